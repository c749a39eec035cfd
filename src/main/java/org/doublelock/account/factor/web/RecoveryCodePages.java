package org.doublelock.account.factor.web;

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
import java.util.List;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.RecoveryCode;
import org.doublelock.account.factor.RecoveryCodes;
import org.doublelock.account.signin.web.SignInPages;
import org.doublelock.web.form.FormPages;

/**
 * Recovery codes. The page that shows them posts them back to be downloaded or confirmed as kept,
 * so that nothing but the page itself ever holds them, and only who was shown them says so.
 */
@Controller
@RequestScoped
@Path("/security/recovery-codes")
@Produces("text/html")
public class RecoveryCodePages extends FormPages {

  private static final String PAGE = "/security/recovery-codes";

  @Inject private RecoveryCodes recovery;
  @Inject private RecoveryCodeSheet sheet;
  @Inject private AccountFactors factors;

  @GET
  public Response state() {
    if (!factors.areOn(person.account())) {
      return home();
    }
    refused.recall(PAGE, errors);
    models.put("left", recovery.left(person.account()));
    models.put("waiting", recovery.isAnyWaiting(person.account()));
    return Response.ok("account/recovery-codes.jsp").build();
  }

  @POST
  public Response renew(@FormParam("confirmation") String confirmation) {
    if (!factors.areOn(person.account())) {
      return home();
    }
    if (!confirmed(confirmation)) {
      return refused.sendBack(PAGE, errors);
    }
    return sheet.renew();
  }

  @POST
  @Path("kept")
  public Response kept(@FormParam("code") List<String> codes, @FormParam("kept") String kept) {
    List<RecoveryCode> shown = sheet.recognised(codes);
    if (shown.isEmpty()) {
      return Response.seeOther(URI.create(PAGE))
          .build(); // no sheet, or newer codes were made since
    }
    if (kept == null) {
      errors.add("kept", "recovery.kept.missing");
      return sheet.show(shown, 422);
    }
    recovery.keep(person.account(), shown);
    notice.say("recovery.done", "");
    return home();
  }

  private static Response home() {
    return Response.seeOther(SignInPages.HOME).build();
  }
}
