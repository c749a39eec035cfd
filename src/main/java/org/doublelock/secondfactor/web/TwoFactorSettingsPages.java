package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.SignedIn;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.secondfactor.Removals;
import org.doublelock.secondfactor.SecondFactors;

/** "2FA Settings": every key with its switch. */
@Controller
@RequestScoped
@Path("/security/two-factor")
@Produces("text/html")
public class TwoFactorSettingsPages {

  @Inject private ApiKeys keys;
  @Inject private SecondFactors factors;
  @Inject private Removals removals;
  @Inject private SignedIn person;
  @Inject private Clock clock;
  @Inject private Models models;

  @GET
  public String settings() {
    Map<ApiKeyId, Instant> lastUses = keys.lastUses(person.account());
    models.put(
        "keys",
        keys.ownedBy(person.account()).stream()
            .map(key -> row(key, lastUses.get(key.id())))
            .toList());
    return "secondfactor/settings.jsp";
  }

  /** Looked at after a removal is due: carried out now, if nothing did before. */
  private TwoFactorRow row(ApiKey key, Instant lastUse) {
    Optional<Instant> due = removals.due(key.id());
    if (due.isPresent() && removals.carryOut(key.id(), clock.instant())) {
      due = Optional.empty();
    }
    return TwoFactorRow.of(key, lastUse, factors.of(key.id()), due.orElse(null));
  }
}
