package org.doublelock.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
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
import org.doublelock.mail.MailSettings;
import org.doublelock.web.Notice;

/** Where the link in a mail to a new address leads. Without mail there is no such page. */
@Controller
@RequestScoped
@Path("/mail-address/confirm")
@Produces("text/html")
public class MailAddressConfirmationPages {

  private static final URI CONFIRM = URI.create("/mail-address/confirm");

  @Inject private MailSettings mail;
  @Inject private MailAddresses addresses;
  @Inject private MailedLinks links;
  @Inject private CarriedLink carried;
  @Inject private SignedIn person;
  @Inject private Notice notice;
  @Inject private Models models;
  @Inject private Clock clock;

  @GET
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
    return Response.seeOther(
            URI.create(person.find().isPresent() ? MailAddressPages.PAGE : "/sign-in"))
        .build();
  }

  private void requireMail() {
    if (!mail.isOn()) {
      throw new NotFoundException();
    }
  }
}
