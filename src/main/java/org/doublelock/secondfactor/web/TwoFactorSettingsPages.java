package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.SignedIn;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.apikey.KeyList;
import org.doublelock.apikey.KeySearch;
import org.doublelock.secondfactor.FactorSummary;
import org.doublelock.secondfactor.Removals;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.unlocking.web.LeaseLines;
import org.doublelock.web.KeyListPage;
import org.doublelock.web.Places;

/** "2FA Settings": every key with its switch. */
@Controller
@RequestScoped
@Path(TwoFactorSettingsPages.PATH)
@Produces("text/html")
public class TwoFactorSettingsPages {

  static final String PATH = "/security/two-factor";

  @Inject private ApiKeys keys;
  @Inject private SecondFactors factors;
  @Inject private Removals removals;
  @Inject private LeaseLines leases;
  @Inject private SignedIn person;
  @Inject private Clock clock;
  @Inject private Places places;
  @Inject private Models models;

  @GET
  public String settings(@QueryParam("q") String words, @QueryParam("page") String page) {
    KeySearch search = KeySearch.of(words, page);
    KeyList list = keys.ownedBy(person.account(), search, KeyListPage.ROWS);
    Map<ApiKeyId, Instant> lastUses = keys.lastUses(list.keys());
    Map<ApiKeyId, FactorSummary> on =
        factors.summaries(list.keys().stream().map(ApiKey::id).toList());
    Map<ApiKeyId, Instant> due = removals.due(on.keySet());
    models.put("lines", leases.ofAll(on.keySet()));
    places.remember(PATH, search.words(), list.page());
    models.put("list", new KeyListPage(PATH, search, list));
    models.put(
        "keys",
        list.keys().stream()
            .map(
                key ->
                    row(
                        key,
                        lastUses.get(key.id()),
                        Optional.ofNullable(on.get(key.id())),
                        Optional.ofNullable(due.get(key.id()))))
            .toList());
    return "secondfactor/settings.jsp";
  }

  /** Looked at after a removal is due: carried out now, if nothing did before. */
  private TwoFactorRow row(
      ApiKey key, Instant lastUse, Optional<FactorSummary> on, Optional<Instant> due) {
    return due.isPresent() && removals.carryOut(key.id(), clock.instant())
        ? TwoFactorRow.of(key, lastUse, Optional.empty(), null)
        : TwoFactorRow.of(key, lastUse, on, due.orElse(null));
  }
}
