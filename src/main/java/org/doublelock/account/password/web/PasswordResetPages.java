package org.doublelock.account.password.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.mailedlink.CarriedLink;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.password.PasswordReset;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.mail.MailSettings;
import org.doublelock.mail.QueuedMail;
import org.doublelock.vault.PasswordHash;
import org.doublelock.web.Notice;
import org.doublelock.web.form.FieldErrors;
import org.doublelock.web.form.RefusedForm;
import org.doublelock.web.message.PageLanguage;

/** Another password for who has forgotten theirs. Without mail there are no such pages. */
@Controller
@RequestScoped
@Path("/forgotten-password")
@Produces("text/html")
public class PasswordResetPages {

  private static final String FORM = "/forgotten-password";
  private static final URI SENT = URI.create("/forgotten-password/sent");
  private static final String CONFIRM = "/forgotten-password/confirm";

  @Inject private MailSettings mail;
  @Inject private PasswordReset resets;
  @Inject private CarriedLink carried;
  @Inject private NewPassword chosen;
  @Inject private BrowserRequest browser;
  @Inject private PageLanguage language;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private Notice notice;
  @Inject private Models models;
  @Inject private Clock clock;

  @GET
  public String form() {
    requireMail();
    refused.recall(FORM, errors);
    return "account/forgotten-password.jsp";
  }

  @POST
  public Response ask(@FormParam("userName") String typed) {
    requireMail();
    if (typed == null || typed.isBlank()) {
      errors.add("userName", "sign-in.user-name.missing");
    } else if (typed.strip().length() <= QueuedMail.LONGEST_RECIPIENT
        && !resets.ask(
            typed, language.locale().getLanguage(), browser.visitor(), clock.instant())) {
      errors.add("", "mail-request.too-many");
    }
    return errors.isAny() ? refused.sendBack(FORM, errors) : Response.seeOther(SENT).build();
  }

  @GET
  @Path("sent")
  public String sent() {
    requireMail();
    return "account/forgotten-password-sent.jsp";
  }

  @GET
  @Path("confirm")
  public Response choose(@QueryParam("token") String token) {
    requireMail();
    if (token != null) {
      carried.keep(LinkPurpose.PASSWORD_RESET, token);
      return Response.seeOther(URI.create(CONFIRM)).build();
    }
    Optional<Account> account = account();
    if (account.isEmpty()) {
      return Response.ok("account/link-over.jsp").build();
    }
    refused.recall(CONFIRM, errors);
    models.put("userName", account.get().userName());
    models.put("shortest", chosen.shortest());
    return Response.ok("account/forgotten-password-confirm.jsp").build();
  }

  @POST
  @Path("confirm")
  public Response change(
      @FormParam("password") String password, @FormParam("repeated") String repeated) {
    requireMail();
    Optional<Account> account = account();
    if (account.isPresent()) {
      chosen.check(password, repeated, account.get().userName());
      if (errors.isAny()) {
        return refused.sendBack(CONFIRM, errors);
      }
    }
    boolean changed = account.isPresent() && change(chosen.hash(password));
    carried.drop(LinkPurpose.PASSWORD_RESET);
    if (!changed) {
      return Response.seeOther(URI.create(CONFIRM)).build();
    }
    notice.say("reset.done", account.map(Account::userName).orElse(""));
    return Response.seeOther(URI.create("/sign-in")).build();
  }

  private boolean change(PasswordHash password) {
    return carried
        .token(LinkPurpose.PASSWORD_RESET)
        .flatMap(token -> resets.complete(token, password, clock.instant()))
        .isPresent();
  }

  private Optional<Account> account() {
    return carried
        .token(LinkPurpose.PASSWORD_RESET)
        .flatMap(token -> resets.accountOf(token, clock.instant()));
  }

  private void requireMail() {
    if (!mail.isOn()) {
      throw new NotFoundException();
    }
  }
}
