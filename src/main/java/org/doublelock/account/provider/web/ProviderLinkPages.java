package org.doublelock.account.provider.web;

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
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.ProvidedSession;
import org.doublelock.account.provider.ProviderPerson;
import org.doublelock.account.provider.web.PendingProvider.Purpose;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.web.form.FormPages;

/** Linking one's account to oneself at the identity provider, and taking the link away. */
@Controller
@RequestScoped
@Path("/security/provider")
@Produces("text/html")
public class ProviderLinkPages extends FormPages {

  /** Its path. */
  public static final String PAGE = "/security/provider";

  private static final String SECURITY = "/security";

  @Inject private ProviderErrands errands;
  @Inject private PendingProvider away;
  @Inject private ProviderSettings settings;
  @Inject private IdentityLinks links;
  @Inject private AccessRevocation access;
  @Inject private ProvidedSession provided;
  @Inject private EndingLink endingLink;

  @GET
  public String form() {
    requireThere(settings.isOn());
    refused.recall(PAGE, errors);
    models.put("standing", links.of(person.account()).name());
    models.put("removable", isRemovable());
    away.offered(person.session(), clock.instant())
        .ifPresent(
            who -> {
              models.put("offered", who.name());
              models.put("mark", who.mark());
            });
    return "account/provider.jsp";
  }

  @POST
  public Response link(@FormParam("confirmation") String confirmation) {
    requireThere(settings.isOn());
    if (!confirmed(confirmation)) {
      return refused.sendBack(PAGE, errors);
    }
    return errands.begin(Purpose.LINK, PAGE, Optional.empty(), PAGE);
  }

  /** Links whom the page has shown. */
  @POST
  @Path("confirmation")
  public Response confirm(
      @FormParam("who") String mark, @FormParam("confirmation") String confirmation) {
    requireThere(settings.isOn());
    Optional<ProviderPerson> shown = away.offered(mark, person.session(), clock.instant());
    if (shown.isEmpty()) {
      return offerAnew();
    }
    if (!confirmed(confirmation)) {
      return refused.sendBack(PAGE, errors);
    }
    away.withdrawOffer(mark);
    if (!links.link(person.account(), person.session(), shown.get(), clock.instant())) {
      errors.add("", "provider.link.taken", settings.getName());
      return refused.sendBack(PAGE, errors);
    }
    notice.say("provider.linked", shown.get().name() + " (" + settings.getName() + ")");
    return Response.seeOther(URI.create(PAGE)).build();
  }

  @POST
  @Path("cancel")
  public Response cancel(@FormParam("who") String mark) {
    requireThere(settings.isOn());
    away.withdrawOffer(mark);
    return Response.seeOther(URI.create(SECURITY)).build();
  }

  @POST
  @Path("removal")
  public Response unlink(@FormParam("confirmation") String confirmation) {
    requireThere(settings.isOn());
    requireThere(isRemovable());
    if (!confirmed(confirmation)) {
      return refused.sendBack(PAGE, errors);
    }
    access.unlink(person.account(), person.session());
    provided.leave();
    notice.say("provider.unlinked", settings.getName());
    return Response.seeOther(URI.create(PAGE)).build();
  }

  /** Says why nobody was linked, and shows whoever is offered now, if anybody is. */
  private Response offerAnew() {
    boolean another = away.offered(person.session(), clock.instant()).isPresent();
    errors.add("", another ? "provider.link.changed" : "provider.link.lapsed", settings.getName());
    return refused.sendBack(PAGE, errors);
  }

  /** Nobody takes away their only way in. */
  private boolean isRemovable() {
    return endingLink.isThere();
  }
}
