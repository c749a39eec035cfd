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
import java.util.Optional;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.AddedFactor;
import org.doublelock.account.factor.AuthenticatorSetup;
import org.doublelock.account.factor.Authenticators;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.session.SignedIn.Confirmed;
import org.doublelock.account.signin.web.FreshlyConfirmed;
import org.doublelock.account.signin.web.SignInPages;
import org.doublelock.web.form.FormPages;

/** The secret of an authenticator app that this session adds, and its first code. */
@Controller
@RequestScoped
@FreshlyConfirmed
@Path(AuthenticatorSetupPages.PATH)
@Produces("text/html")
public class AuthenticatorSetupPages extends FormPages {

  static final String PATH = "/security/authenticators/setup";

  @Inject private Authenticators apps;
  @Inject private AccountFactors factors;
  @Inject private RecoveryCodeSheet sheet;
  @Inject private AppEntries entries;
  @Inject private ShownSecret shown;

  @GET
  public Response setup() {
    Optional<AuthenticatorSetup> setup = current();
    if (setup.isEmpty()) {
      return isElsewhere() ? notDue() : Response.seeOther(AuthenticatorPages.NEW).build();
    }
    refused.recall(PATH, errors);
    models.put("setup", setup.get());
    models.put("begun", begun(setup.get()));
    shown.show(entries.ofSignIn(person.getName(), setup.get()), setup.get().secret());
    return Response.ok("account/authenticator-setup.jsp").build();
  }

  @POST
  public Response confirm(@FormParam("code") String code, @FormParam("begun") String begun) {
    String typed = code == null ? "" : code;
    Optional<AuthenticatorSetup> setup = current();
    if (begun != null && setup.isPresent() && !begun.equals(begun(setup.get()))) {
      errors.add("", "authenticator.changed");
      return refused.sendBack(PATH, errors);
    }
    AddedFactor added =
        factors.confirmApp(person.account(), person.session(), typed, clock.instant());
    FactorOutcome outcome = added.outcome();
    if (outcome == FactorOutcome.WRONG) {
      errors.add(
          "code",
          "authenticator.code.wrong",
          current().map(AuthenticatorSetup::triesLeft).orElse(0));
      return refused.sendBack(PATH, errors);
    }
    if (outcome == FactorOutcome.MALFORMED) {
      errors.add("code", typed.isBlank() ? "enrolment.code.missing" : "enrolment.code.malformed");
      return refused.sendBack(PATH, errors);
    }
    if (outcome == FactorOutcome.TOO_MANY) {
      errors.add("", "authenticator.ended");
      return refused.sendBack(AuthenticatorPages.NEW.getPath(), errors);
    }
    if (setup.isPresent() && FactorRefusals.say(errors, outcome, "authenticator")) {
      String page = AuthenticatorPages.naming(setup.get().replaced());
      return refused.sendBack(page, errors, "name", setup.get().name());
    }
    if (!outcome.isConfirmed() || setup.isEmpty()) {
      return notDue();
    }
    person.confirmedAgain(Confirmed.SECOND_FACTOR, clock.instant());
    if (outcome == FactorOutcome.FIRST) {
      return sheet.showFirst(added.codes());
    }
    notice.say(
        setup.get().replaced().isPresent() ? "authenticator.replaced" : "authenticator.added",
        setup.get().name());
    return Response.seeOther(SignInPages.HOME).build();
  }

  private Optional<AuthenticatorSetup> current() {
    return apps.current(person.account(), person.session(), clock.instant());
  }

  /** What tells this setup from one that another tab begins anew. */
  private static String begun(AuthenticatorSetup setup) {
    return String.valueOf(setup.begun().toEpochMilli());
  }

  private boolean isElsewhere() {
    return apps.isElsewhere(person.account(), person.session(), clock.instant());
  }

  /** This session has no setup: it is done, sent twice then, or another's, or has lapsed. */
  private Response notDue() {
    if (apps.wasJustAdded(person.account(), person.session(), clock.instant())) {
      return Response.seeOther(SignInPages.HOME).build();
    }
    if (isElsewhere()) {
      errors.add("", "authenticator.elsewhere");
    } else {
      boolean lapsed = apps.hasLapsed(person.account(), person.session(), clock.instant());
      errors.add("", lapsed ? "authenticator.lapsed" : "authenticator.over");
    }
    return refused.sendBack(AuthenticatorPages.NEW.getPath(), errors);
  }
}
