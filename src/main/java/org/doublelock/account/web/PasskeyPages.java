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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.AccountFactors;
import org.doublelock.account.AppAuthenticator;
import org.doublelock.account.FactorName;
import org.doublelock.account.Passkeys;
import org.doublelock.account.SignedIn;
import org.doublelock.account.SignedIn.Confirmed;
import org.doublelock.account.StepUp;
import org.doublelock.edge.RowId;
import org.doublelock.web.FieldErrors;
import org.doublelock.web.Notice;
import org.doublelock.web.RefusedForm;

/** Adding and removing the passkeys that sign the account in. */
@Controller
@RequestScoped
@Path("/security/passkeys")
@Produces("text/html")
public class PasskeyPages {

  private static final String NEW = "/security/passkeys/new";

  @Inject private Passkeys passkeys;
  @Inject private PasskeyPrompt prompt;
  @Inject private AccountFactors factors;
  @Inject private RecoveryCodeSheet sheet;
  @Inject private SignedIn person;
  @Inject private StepUp stepUp;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private Notice notice;
  @Inject private Models models;
  @Inject private Clock clock;

  /** Step-up comes first, alone: the browser's answer to the page's challenge is good once. */
  @GET
  @Path("new")
  public Response form() {
    if (!prompt.isPossible()) {
      return Response.seeOther(SignInPages.HOME).build();
    }
    Map<String, List<String>> kept = refused.recall(NEW, errors);
    models.put("name", String.join("", kept.getOrDefault("name", List.of())));
    return Response.ok("account/passkey-new.jsp").build();
  }

  @POST
  @Path("step-up")
  public Response confirm(@FormParam("confirmation") String confirmation) {
    if (!stepUp.passes(confirmation)) {
      errors.add("confirmation", stepUp.refusal());
      return refused.sendBack(NEW, errors);
    }
    return Response.seeOther(URI.create(NEW)).build();
  }

  @POST
  public Response add(@FormParam("name") String typed, @FormParam("credential") String credential) {
    if (stepUp.isNeeded()) {
      return Response.seeOther(URI.create(NEW)).build();
    }
    Optional<FactorName> name = FactorName.parse(typed);
    if (name.isEmpty()) {
      errors.add("name", "authenticator.name.missing", FactorName.MAX_LENGTH);
    } else if (passkeys.isTaken(person.account(), name.get())) {
      errors.add("name", "authenticator.name.taken");
    } else if (passkeys.of(person.account()).size() >= Passkeys.MOST) {
      errors.add("", "passkey.too-many", Passkeys.MOST);
    }
    boolean first = !factors.areOn(person.account());
    if (!errors.isAny()
        && !factors
            .addPasskey(
                person.account(), name.get(), credential == null ? "" : credential, clock.instant())
            .isConfirmed()) {
      errors.add("", "passkey.refused");
    }
    if (errors.isAny()) {
      List<String> again = typed == null ? List.of() : List.of(typed);
      return refused.sendBack(NEW, errors, Map.of("name", again));
    }
    person.confirmedAgain(Confirmed.SECOND_FACTOR, clock.instant());
    if (first) {
      return sheet.renew(true);
    }
    notice.say("authenticator.added", name.get().text());
    return Response.seeOther(SignInPages.HOME).build();
  }

  @GET
  @Path("{id}/removal")
  public Response ask(@PathParam("id") String id) {
    AppAuthenticator passkey = owned(id);
    refused.recall(removal(passkey), errors);
    models.put("app", passkey);
    models.put("last", factors.number(person.account()) == 1);
    return Response.ok("account/passkey-removal.jsp").build();
  }

  @POST
  @Path("{id}/removal")
  public Response remove(
      @PathParam("id") String id, @FormParam("confirmation") String confirmation) {
    AppAuthenticator passkey = owned(id);
    if (!stepUp.passes(confirmation)) {
      errors.add("confirmation", stepUp.refusal());
      return refused.sendBack(removal(passkey), errors);
    }
    factors.removePasskey(person.account(), passkey.id());
    notice.say("authenticator.removed", passkey.name());
    return Response.seeOther(SignInPages.HOME).build();
  }

  private static String removal(AppAuthenticator passkey) {
    return "/security/passkeys/" + passkey.id() + "/removal";
  }

  private AppAuthenticator owned(String id) {
    return RowId.parse(id)
        .flatMap(parsed -> passkeys.find(person.account(), parsed))
        .orElseThrow(NotFoundException::new);
  }
}
