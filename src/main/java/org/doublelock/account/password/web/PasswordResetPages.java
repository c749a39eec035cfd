package org.doublelock.account.password.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.password.PasswordReset;
import org.doublelock.account.password.web.PasswordByLink.LinkPage;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.mail.MailSettings;
import org.doublelock.mail.QueuedMail;
import org.doublelock.web.form.FormPages;
import org.doublelock.web.message.PageLanguage;

/** Another password for who has forgotten theirs. Without mail there are no such pages. */
@Controller
@RequestScoped
@Path("/forgotten-password")
@Produces("text/html")
public class PasswordResetPages extends FormPages {

  private static final String FORM = "/forgotten-password";
  private static final URI SENT = URI.create("/forgotten-password/sent");
  private static final String CONFIRM = "/forgotten-password/confirm";

  @Inject private MailSettings mail;
  @Inject private PasswordReset resets;
  @Inject private PasswordByLink byLink;
  @Inject private BrowserRequest browser;
  @Inject private PageLanguage language;

  @GET
  public String form() {
    requireThere(mail.isOn());
    refused.recall(FORM, errors);
    return "account/forgotten-password.jsp";
  }

  @POST
  public Response ask(@FormParam("userName") String typed) {
    requireThere(mail.isOn());
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
    requireThere(mail.isOn());
    models.put("sent", "reset.sent");
    return "account/mail-sent.jsp";
  }

  @GET
  @Path("confirm")
  public Response choose(@QueryParam("token") String token, @QueryParam("link") String link) {
    requireThere(mail.isOn());
    return token == null
        ? byLink.ask(page(link), userName(link), "account/forgotten-password-confirm.jsp")
        : byLink.follow(LinkPurpose.PASSWORD_RESET, token, CONFIRM);
  }

  @POST
  @Path("confirm")
  public Response change(
      @FormParam("link") String link,
      @FormParam("password") String password,
      @FormParam("repeated") String repeated) {
    requireThere(mail.isOn());
    return byLink.set(
        page(link),
        userName(link),
        password,
        repeated,
        (token, hash) -> resets.complete(token, hash, clock.instant()).isPresent(),
        "reset.done");
  }

  private static LinkPage page(String link) {
    return new LinkPage(LinkPurpose.PASSWORD_RESET, CONFIRM, link);
  }

  private Optional<String> userName(String link) {
    return byLink
        .token(page(link))
        .flatMap(token -> resets.accountOf(token, clock.instant()))
        .map(Account::userName);
  }
}
