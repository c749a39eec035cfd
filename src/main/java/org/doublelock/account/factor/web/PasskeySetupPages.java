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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.AddedFactor;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.session.SignedIn.Confirmed;
import org.doublelock.account.signin.web.FreshlyConfirmed;
import org.doublelock.account.signin.web.SignInPages;
import org.doublelock.web.form.FormPages;

/**
 * Adding a passkey. Its page is drawn after a fresh confirmation, since the browser's answer to the
 * challenge on it is good once.
 */
@Controller
@RequestScoped
@FreshlyConfirmed
@Path(PasskeySetupPages.PATH)
@Produces("text/html")
public class PasskeySetupPages extends FormPages {

  static final String PATH = "/security/passkeys/new";

  private static final AddedFactor NOTHING =
      new AddedFactor(FactorOutcome.NOTHING_TO_CONFIRM, List.of());

  @Inject private PasskeyPrompt prompt;
  @Inject private AccountFactors factors;
  @Inject private RecoveryCodeSheet sheet;

  @GET
  public Response form() {
    if (!prompt.isPossible()) {
      return Response.seeOther(SignInPages.HOME).build();
    }
    models.put("name", refused.recall(PATH, errors, "name"));
    return Response.ok("account/passkey-new.jsp").build();
  }

  @POST
  public Response add(@FormParam("name") String typed, @FormParam("credential") String credential) {
    Optional<FactorName> name = FactorName.parse(typed);
    if (name.isEmpty()) {
      errors.add("name", "authenticator.name.missing", FactorName.MAX_LENGTH);
    }
    AddedFactor added = errors.isAny() ? NOTHING : take(name.get(), credential);
    FactorOutcome outcome = added.outcome();
    boolean tried = !errors.isAny() && !FactorRefusals.say(errors, outcome, "passkey");
    if (tried && !outcome.isConfirmed()) {
      boolean late = outcome == FactorOutcome.NOTHING_TO_CONFIRM;
      errors.add("", late ? "passkey.late" : "passkey.refused");
    }
    if (errors.isAny()) {
      List<String> again = typed == null ? List.of() : List.of(typed);
      return refused.sendBack(PATH, errors, Map.of("name", again));
    }
    person.confirmedAgain(Confirmed.SECOND_FACTOR, clock.instant());
    if (outcome == FactorOutcome.FIRST) {
      return sheet.showFirst(added.codes());
    }
    notice.say("authenticator.added", name.get().text());
    return Response.seeOther(SignInPages.HOME).build();
  }

  private AddedFactor take(FactorName name, String credential) {
    String json = credential == null ? "" : credential;
    return factors.addPasskey(person.account(), person.session(), name, json, clock.instant());
  }
}
