package org.doublelock.account.web;

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
import org.doublelock.account.CarriedLink;
import org.doublelock.account.LinkPurpose;
import org.doublelock.account.MailAddress;
import org.doublelock.account.MailAddresses;
import org.doublelock.account.MailedLink;
import org.doublelock.account.MailedLinks;
import org.doublelock.account.SignedIn;
import org.doublelock.account.StepUp;
import org.doublelock.mail.MailSettings;
import org.doublelock.web.FieldErrors;
import org.doublelock.web.Notice;
import org.doublelock.web.PageLanguage;
import org.doublelock.web.RefusedForm;

/** Where the account's mails go. Without mail there are no such pages. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html")
public class MailAddressPages {

  private static final String PAGE = "/security/mail-address";
  private static final URI CONFIRM = URI.create("/mail-address/confirm");

  @Inject private MailSettings mail;
  @Inject private MailAddresses addresses;
  @Inject private MailedLinks links;
  @Inject private CarriedLink carried;
  @Inject private SignedIn person;
  @Inject private StepUp stepUp;
  @Inject private PageLanguage language;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private Notice notice;
  @Inject private Models models;
  @Inject private Clock clock;

  @GET
  @Path("security/mail-address")
  public String form() {
    requireMail();
    models.put("typed", refused.recall(PAGE, errors, "address"));
    addresses.of(person.account()).ifPresent(now -> models.put("current", now.address().text()));
    return "account/mail-address.jsp";
  }

  @POST
  @Path("security/mail-address")
  public Response ask(
      @FormParam("address") String typed, @FormParam("confirmation") String confirmation) {
    requireMail();
    Optional<MailAddress> address = MailAddress.parse(typed == null ? "" : typed);
    if (address.isEmpty()) {
      errors.add("address", "mail-address.wrong");
    } else if (!stepUp.passes(confirmation)) {
      errors.add("confirmation", stepUp.refusal());
    }
    if (errors.isAny()) {
      return refused.sendBack(PAGE, errors, "address", typed);
    }
    addresses.askToConfirm(
        person.account(), address.get(), language.locale().getLanguage(), clock.instant());
    notice.say("mail-address.sent", address.get().text());
    return Response.seeOther(URI.create(PAGE)).build();
  }

  @GET
  @Path("mail-address/confirm")
  public Response confirmation(@QueryParam("token") String token) {
    requireMail();
    if (token != null) {
      carried.keep(LinkPurpose.ADDRESS, token);
      return Response.seeOther(CONFIRM).build();
    }
    Optional<MailAddress> address =
        carried
            .token(LinkPurpose.ADDRESS)
            .flatMap(carriedToken -> links.find(carriedToken, LinkPurpose.ADDRESS, clock.instant()))
            .flatMap(MailedLink::address);
    if (address.isEmpty()) {
      return Response.ok("account/link-over.jsp").build();
    }
    models.put("address", address.get().text());
    return Response.ok("account/mail-address-confirm.jsp").build();
  }

  @POST
  @Path("mail-address/confirm")
  public Response confirm() {
    requireMail();
    boolean changed =
        carried
            .token(LinkPurpose.ADDRESS)
            .flatMap(token -> addresses.confirm(token, clock.instant()))
            .isPresent();
    carried.drop(LinkPurpose.ADDRESS);
    if (!changed) {
      return Response.seeOther(CONFIRM).build();
    }
    notice.say("mail-address.done", "");
    return Response.seeOther(URI.create(person.find().isPresent() ? PAGE : "/sign-in")).build();
  }

  private void requireMail() {
    if (!mail.isOn()) {
      throw new NotFoundException();
    }
  }
}
