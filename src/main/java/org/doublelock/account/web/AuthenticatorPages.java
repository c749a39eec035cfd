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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountFactors;
import org.doublelock.account.AppAuthenticator;
import org.doublelock.account.AuthenticatorSetup;
import org.doublelock.account.Authenticators;
import org.doublelock.account.FactorName;
import org.doublelock.account.FactorOutcome;
import org.doublelock.account.SignedIn;
import org.doublelock.account.SignedIn.Confirmed;
import org.doublelock.account.StepUp;
import org.doublelock.edge.RowId;
import org.doublelock.otp.ProvisioningUri;
import org.doublelock.otp.QrPicture;
import org.doublelock.web.FieldErrors;
import org.doublelock.web.Notice;
import org.doublelock.web.RefusedForm;

/** Adding, replacing and removing the authenticator apps that sign the account in. */
@Controller
@RequestScoped
@Path("/security/authenticators")
@Produces("text/html")
public class AuthenticatorPages {

  private static final String ISSUER = "Doublelock";
  private static final String NAMING = "account/authenticator-new.jsp";
  private static final String SETUP = "account/authenticator-setup.jsp";
  private static final String REMOVAL = "account/authenticator-removal.jsp";
  private static final URI NEW = URI.create("/security/authenticators/new");
  private static final URI SETUP_PAGE = URI.create("/security/authenticators/setup");

  @Inject private Authenticators apps;
  @Inject private AccountFactors factors;
  @Inject private RecoveryCodeSheet sheet;
  @Inject private SignedIn person;
  @Inject private StepUp stepUp;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private Notice notice;
  @Inject private Models models;
  @Inject private Clock clock;

  @GET
  @Path("new")
  public String naming(@QueryParam("replaces") String replaces) {
    refused.recall(NEW.getPath(), errors);
    find(replaces).ifPresent(app -> showReplaced(app, app.name()));
    return NAMING;
  }

  @POST
  public Response begin(
      @FormParam("name") String typed,
      @FormParam("replaces") String replaces,
      @FormParam("confirmation") String confirmation) {
    Optional<AppAuthenticator> replaced = find(replaces);
    models.put("name", typed);
    replaced.ifPresent(app -> showReplaced(app, typed));
    Optional<FactorName> name = FactorName.parse(typed);
    if (name.isEmpty()) {
      errors.add("name", "authenticator.name.missing", FactorName.MAX_LENGTH);
    } else if (apps.isTaken(person.account(), name.get())
        && replaced.filter(app -> app.name().equalsIgnoreCase(name.get().text())).isEmpty()) {
      errors.add("name", "authenticator.name.taken");
    } else if (replaced.isEmpty() && apps.of(person.account()).size() >= Authenticators.MOST) {
      errors.add("", "authenticator.too-many", Authenticators.MOST);
    }
    if (!errors.isAny() && !stepUp.passes(confirmation)) {
      errors.add("confirmation", stepUp.refusal());
    }
    if (errors.isAny()) {
      return Response.status(422).entity(NAMING).build();
    }
    apps.begin(person.account(), name.get(), replaced.map(AppAuthenticator::id), clock.instant());
    return Response.seeOther(SETUP_PAGE).build();
  }

  @GET
  @Path("setup")
  public Response setup() {
    if (stepUp.isNeeded()) {
      return Response.seeOther(NEW).build();
    }
    refused.recall(SETUP_PAGE.getPath(), errors);
    return showSetup();
  }

  @POST
  @Path("setup")
  public Response confirm(@FormParam("code") String code) {
    boolean first = !factors.areOn(person.account());
    String typed = code == null ? "" : code;
    Optional<AuthenticatorSetup> setup = apps.current(person.account(), clock.instant());
    FactorOutcome outcome = factors.confirmApp(person.account(), typed, clock.instant());
    if (outcome == FactorOutcome.WRONG) {
      errors.add("code", typed.isBlank() ? "enrolment.code.missing" : "enrolment.code.wrong");
      return refused.sendBack(SETUP_PAGE.getPath(), errors);
    }
    if (!outcome.isConfirmed() || setup.isEmpty()) {
      return notDue();
    }
    person.confirmedAgain(Confirmed.SECOND_FACTOR, clock.instant());
    if (first) {
      return sheet.renew(true);
    }
    notice.say(
        setup.get().replaces() ? "authenticator.replaced" : "authenticator.added",
        setup.get().name());
    return Response.seeOther(SignInPages.HOME).build();
  }

  @POST
  @Path("setup/abandon")
  public Response abandon() {
    apps.abandon(person.account());
    return Response.seeOther(SignInPages.HOME).build();
  }

  @GET
  @Path("{id}/removal")
  public Response ask(@PathParam("id") String id) {
    AppAuthenticator app = owned(id);
    refused.recall(removalOf(app), errors);
    models.put("app", app);
    models.put("last", factors.number(person.account()) == 1);
    return Response.ok(REMOVAL).build();
  }

  @POST
  @Path("{id}/removal")
  public Response remove(
      @PathParam("id") String id, @FormParam("confirmation") String confirmation) {
    AppAuthenticator app = owned(id);
    if (!stepUp.passes(confirmation)) {
      errors.add("confirmation", stepUp.refusal());
      return refused.sendBack(removalOf(app), errors);
    }
    factors.removeApp(person.account(), app.id());
    notice.say("authenticator.removed", app.name());
    return Response.seeOther(SignInPages.HOME).build();
  }

  /** A code that came for no setup: sent twice, or after the setup had lapsed. */
  private Response notDue() {
    Instant oldest = clock.instant().minus(AuthenticatorSetup.LIFETIME);
    if (apps.of(person.account()).stream().anyMatch(app -> app.since().isAfter(oldest))) {
      return Response.seeOther(SignInPages.HOME).build();
    }
    errors.add("", "authenticator.over");
    return refused.sendBack(NEW.getPath(), errors);
  }

  private Response showSetup() {
    Optional<AuthenticatorSetup> setup = apps.current(person.account(), clock.instant());
    if (setup.isEmpty()) {
      return Response.seeOther(NEW).build();
    }
    models.put("setup", setup.get());
    models.put("setupKey", setup.get().secret().readGrouped());
    models.put(
        "qr",
        QrPicture.of(new ProvisioningUri(ISSUER, person.getName(), setup.get().secret()).read()));
    return Response.ok(SETUP).build();
  }

  private static String removalOf(AppAuthenticator app) {
    return "/security/authenticators/" + app.id() + "/removal";
  }

  private void showReplaced(AppAuthenticator app, String name) {
    models.put("replaced", app);
    models.put("name", name);
  }

  private AppAuthenticator owned(String id) {
    return find(id).orElseThrow(NotFoundException::new);
  }

  private Optional<AppAuthenticator> find(String id) {
    return RowId.parse(id).flatMap(parsed -> apps.find(person.account(), parsed));
  }
}
