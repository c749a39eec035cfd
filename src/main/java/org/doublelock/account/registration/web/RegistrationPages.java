package org.doublelock.account.registration.web;

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
import org.doublelock.account.MailAddress;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.password.web.PasswordByLink;
import org.doublelock.account.password.web.PasswordByLink.LinkPage;
import org.doublelock.account.registration.Registration;
import org.doublelock.account.registration.RegistrationPolicy;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.web.form.FormPages;
import org.doublelock.web.message.PageLanguage;

/**
 * Opening an account: an address, a mail, a password. Where it is closed, there are no such pages.
 */
@Controller
@RequestScoped
@Path("/register")
@Produces("text/html")
public class RegistrationPages extends FormPages {

  private static final String FORM = "/register";
  private static final URI SENT = URI.create("/register/sent");
  private static final String CONFIRM = "/register/confirm";

  @Inject private RegistrationPolicy policy;
  @Inject private Registration registration;
  @Inject private MailedLinks links;
  @Inject private PasswordByLink byLink;
  @Inject private BrowserRequest browser;
  @Inject private PageLanguage language;

  @GET
  public String form() {
    requireThere(policy.isOpen());
    models.put("address", refused.recall(FORM, errors, "address"));
    return "account/register.jsp";
  }

  @POST
  public Response ask(@FormParam("address") String typed) {
    requireThere(policy.isOpen());
    Optional<MailAddress> address = Registration.parse(typed == null ? "" : typed);
    if (address.isEmpty()) {
      errors.add("address", "registration.address.wrong");
    } else if (!registration.ask(
        address.get(), language.locale().getLanguage(), browser.visitor(), clock.instant())) {
      errors.add("", "mail-request.too-many");
    }
    if (errors.isAny()) {
      return refused.sendBack(FORM, errors, "address", typed);
    }
    return Response.seeOther(SENT).build();
  }

  @GET
  @Path("sent")
  public String sent() {
    requireThere(policy.isOpen());
    models.put("sent", "registration.sent");
    return "account/mail-sent.jsp";
  }

  @GET
  @Path("confirm")
  public Response choose(@QueryParam("token") String token, @QueryParam("link") String link) {
    requireThere(policy.isOpen());
    return token == null
        ? byLink.ask(page(link), address(link), "account/register-confirm.jsp")
        : byLink.follow(LinkPurpose.REGISTRATION, token, CONFIRM);
  }

  @POST
  @Path("confirm")
  public Response open(
      @FormParam("link") String link,
      @FormParam("password") String password,
      @FormParam("repeated") String repeated) {
    requireThere(policy.isOpen());
    return byLink.set(
        page(link),
        address(link),
        password,
        repeated,
        (token, hash) -> registration.complete(token, hash, clock.instant()).isPresent(),
        "registration.done");
  }

  private static LinkPage page(String link) {
    return new LinkPage(LinkPurpose.REGISTRATION, CONFIRM, link);
  }

  private Optional<String> address(String link) {
    return byLink
        .token(page(link))
        .flatMap(token -> links.find(token, LinkPurpose.REGISTRATION, clock.instant()))
        .flatMap(MailedLink::address)
        .map(MailAddress::text);
  }
}
