package org.doublelock.account.mailaddress.web;

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
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.mailedlink.CarriedLink;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.session.SignedIn;
import org.doublelock.mail.MailSettings;
import org.doublelock.web.Notice;

/**
 * Where the link in a mail to a new address leads. It changes the address where its account is
 * signed in: whoever reads the mail has shown to read that address, and nothing more. Without mail
 * there is no such page.
 */
@Controller
@RequestScoped
@Path("/mail-address/confirm")
@Produces("text/html")
public class MailAddressConfirmationPages {

  private static final URI CONFIRM = URI.create("/mail-address/confirm");
  private static final URI SIGN_IN_FIRST = URI.create("/sign-in?next=/mail-address/confirm");

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
    Optional<MailedLink> link =
        carried
            .token(LinkPurpose.ADDRESS)
            .flatMap(sent -> links.find(sent, LinkPurpose.ADDRESS, clock.instant()));
    if (link.isEmpty()) {
      return Response.ok("account/link-over.jsp").build();
    }
    if (person.find().isEmpty()) {
      return Response.seeOther(SIGN_IN_FIRST).build();
    }
    models.put("address", link.get().address().orElseThrow().text());
    if (!person.find().equals(link.get().account())) {
      return Response.ok("account/mail-address-other.jsp").build();
    }
    return Response.ok("account/mail-address-confirm.jsp").build();
  }

  @POST
  public Response confirm() {
    requireMail();
    boolean changed =
        person
            .find()
            .flatMap(
                account ->
                    carried
                        .token(LinkPurpose.ADDRESS)
                        .filter(token -> addresses.confirm(account, token, clock.instant())))
            .isPresent();
    if (!changed) {
      return Response.seeOther(CONFIRM).build(); // which says why
    }
    carried.drop(LinkPurpose.ADDRESS);
    notice.say("mail-address.done", "");
    return Response.seeOther(URI.create(MailAddressPages.PAGE)).build();
  }

  private void requireMail() {
    if (!mail.isOn()) {
      throw new NotFoundException();
    }
  }
}
