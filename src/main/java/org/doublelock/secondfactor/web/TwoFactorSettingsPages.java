package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.Map;
import org.doublelock.account.SignedIn;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.secondfactor.SecondFactors;

/** "2FA Settings": every key with its switch. */
@Controller
@RequestScoped
@Path("/security/two-factor")
@Produces("text/html")
public class TwoFactorSettingsPages {

  @Inject private ApiKeys keys;
  @Inject private SecondFactors factors;
  @Inject private SignedIn person;
  @Inject private Models models;

  @GET
  public String settings() {
    Map<ApiKeyId, Instant> lastUses = keys.lastUses(person.account());
    models.put(
        "keys",
        keys.ownedBy(person.account()).stream()
            .map(key -> TwoFactorRow.of(key, lastUses.get(key.id()), factors.of(key.id())))
            .toList());
    return "secondfactor/settings.jsp";
  }
}
