package org.doublelock.account.mailaddress.web;

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
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.mailedlink.CarriedLinks;
import org.doublelock.account.mailedlink.LinkHandle;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.mail.MailSettings;
import org.doublelock.web.form.FormPages;

/**
 * Where the link in a mail to a new address leads. It changes the address where its account is
 * signed in: whoever reads the mail has shown to read that address, and nothing more. Without mail
 * there is no such page.
 */
@Controller
@RequestScoped
@Path("/mail-address/confirm")
@Produces("text/html")
public class MailAddressConfirmationPages extends FormPages {

  private static final String CONFIRM = "/mail-address/confirm";

  @Inject private MailSettings mail;
  @Inject private MailAddresses addresses;
  @Inject private MailedLinks links;
  @Inject private CarriedLinks carried;

  @GET
  public Response confirmation(@QueryParam("token") String token, @QueryParam("link") String link) {
    requireThere(mail.isOn());
    if (token != null) {
      return Response.seeOther(carried.keep(LinkPurpose.ADDRESS, token, CONFIRM)).build();
    }
    Optional<MailedLink> found =
        carried
            .token(LinkPurpose.ADDRESS, link)
            .flatMap(sent -> links.find(sent, LinkPurpose.ADDRESS, clock.instant()));
    if (found.isEmpty()) {
      return Response.ok("account/link-over.jsp").build();
    }
    if (person.find().isEmpty()) {
      return Response.seeOther(URI.create("/sign-in?next=" + LinkHandle.page(CONFIRM, link)))
          .build();
    }
    models.put("link", link);
    models.put("address", found.get().address().orElseThrow().text());
    if (!person.find().equals(found.get().account())) {
      return Response.ok("account/mail-address-other.jsp").build();
    }
    return Response.ok("account/mail-address-confirm.jsp").build();
  }

  @POST
  public Response confirm(@FormParam("link") String link) {
    requireThere(mail.isOn());
    boolean changed =
        person
            .find()
            .flatMap(
                account ->
                    carried
                        .token(LinkPurpose.ADDRESS, link)
                        .filter(token -> addresses.confirm(account, token, clock.instant())))
            .isPresent();
    if (!changed) {
      return Response.seeOther(LinkHandle.page(CONFIRM, link)).build(); // which says why
    }
    carried.drop(LinkPurpose.ADDRESS, link);
    notice.say("mail-address.done", "");
    return Response.seeOther(URI.create(MailAddressPages.PAGE)).build();
  }
}
