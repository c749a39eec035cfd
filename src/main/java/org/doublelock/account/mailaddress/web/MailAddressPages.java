package org.doublelock.account.mailaddress.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.doublelock.account.MailAddress;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.mail.MailSettings;
import org.doublelock.web.form.FormPages;
import org.doublelock.web.message.PageLanguage;

/** Where the account's mails go. Without mail there is no such page. */
@Controller
@RequestScoped
@Path("/security/mail-address")
@Produces("text/html")
public class MailAddressPages extends FormPages {

  /** Its path. */
  public static final String PAGE = "/security/mail-address";

  @Inject private MailSettings mail;
  @Inject private MailAddresses addresses;
  @Inject private PageLanguage language;

  @GET
  public String form() {
    requireThere(mail.isOn());
    models.put("typed", refused.recall(PAGE, errors, "address"));
    addresses.of(person.account()).ifPresent(now -> models.put("current", now.address().text()));
    return "account/mail-address.jsp";
  }

  @POST
  public Response ask(
      @FormParam("address") String typed, @FormParam("confirmation") String confirmation) {
    requireThere(mail.isOn());
    Optional<MailAddress> address = MailAddress.parse(typed == null ? "" : typed);
    if (address.isEmpty()) {
      errors.add("address", "mail-address.wrong");
    }
    if (errors.isAny() || !confirmed(confirmation)) {
      return refused.sendBack(PAGE, errors, "address", typed);
    }
    if (!addresses.askToConfirm(
        person.account(), address.get(), language.locale().getLanguage(), clock.instant())) {
      errors.add("", "mail-address.too-many");
      return refused.sendBack(PAGE, errors, "address", typed);
    }
    notice.say("mail-address.sent", address.get().text());
    return Response.seeOther(URI.create(PAGE)).build();
  }
}
