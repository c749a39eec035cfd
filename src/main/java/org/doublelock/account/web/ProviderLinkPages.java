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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.doublelock.account.Accounts;
import org.doublelock.account.IdentityLinks;
import org.doublelock.account.IdentityLinks.Standing;
import org.doublelock.account.LocalSignIn;
import org.doublelock.account.PendingProvider.Purpose;
import org.doublelock.account.SignedIn;
import org.doublelock.account.StepUp;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.web.FieldErrors;
import org.doublelock.web.Notice;
import org.doublelock.web.RefusedForm;

/** Linking one's account to oneself at the identity provider, and taking the link away. */
@Controller
@RequestScoped
@Path("/security/provider")
@Produces("text/html")
public class ProviderLinkPages {

  static final String PAGE = "/security/provider";

  @Inject private ProviderErrands errands;
  @Inject private ProviderSettings settings;
  @Inject private IdentityLinks links;
  @Inject private LocalSignIn local;
  @Inject private Accounts accounts;
  @Inject private SignedIn person;
  @Inject private StepUp stepUp;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private Notice notice;
  @Inject private Models models;

  @GET
  public String form() {
    errands.requireProvider();
    refused.recall(PAGE, errors);
    models.put("standing", links.of(person.account()).name());
    models.put("removable", isRemovable());
    return "account/provider.jsp";
  }

  @POST
  public Response link(@FormParam("confirmation") String confirmation) {
    errands.requireProvider();
    if (!stepUp.passes(confirmation)) {
      return again();
    }
    return errands.begin(Purpose.LINK, PAGE, PAGE);
  }

  @POST
  @Path("removal")
  public Response unlink(@FormParam("confirmation") String confirmation) {
    errands.requireProvider();
    if (!isRemovable()) {
      throw new NotFoundException();
    }
    if (!stepUp.passes(confirmation)) {
      return again();
    }
    links.unlink(person.account(), person.session());
    notice.say("provider.unlinked", settings.getName());
    return Response.seeOther(URI.create(PAGE)).build();
  }

  private Response again() {
    errors.add("confirmation", stepUp.refusal());
    return refused.sendBack(PAGE, errors);
  }

  /** Nobody takes away their only way in. */
  private boolean isRemovable() {
    return links.of(person.account()) == Standing.LINKED
        && accounts.find(person.account()).filter(local::isOpenTo).isPresent();
  }
}
