package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyLists;
import org.doublelock.apikey.Permissions;
import org.doublelock.policy.DemandedFactors;
import org.doublelock.secondfactor.FactorSummary;
import org.doublelock.secondfactor.Removals;
import org.doublelock.secondfactor.SecondFactors;

/** How keys stand now, for lists of them and for the page of one; in a few statements for all. */
@RequestScoped
public class KeyRows {

  @Inject private KeyLists keys;
  @Inject private Permissions permissions;
  @Inject private SecondFactors factors;
  @Inject private Removals removals;
  @Inject private DemandedFactors demanded;
  @Inject private Clock clock;

  public KeyRow of(ApiKey key) {
    return of(List.of(key)).get(0);
  }

  /** One made just now, which was never used and has no second factor; reads nothing. */
  public KeyRow ofNew(ApiKey made) {
    return KeyRow.of(
        made,
        permissions.access(made.permissions()),
        null,
        Optional.empty(),
        null,
        demanded.shortfall(made.permissions(), Optional.empty(), clock.instant()));
  }

  public List<KeyRow> of(List<ApiKey> shown) {
    Map<ApiKeyId, Instant> lastUses = keys.lastUses(shown);
    Map<ApiKeyId, FactorSummary> on = factors.summaries(shown.stream().map(ApiKey::id).toList());
    Map<ApiKeyId, Instant> due = removals.due(on.keySet());
    Map<ApiKeyId, Set<String>> ticked =
        demanded.looksAtActions() ? factors.actions(on.keySet()) : Map.of();
    return shown.stream()
        .map(
            key ->
                row(
                    key,
                    lastUses.get(key.id()),
                    Optional.ofNullable(on.get(key.id())),
                    Optional.ofNullable(due.get(key.id())),
                    ticked.getOrDefault(key.id(), Set.of())))
        .toList();
  }

  /** Looked at after a removal is due: carried out now, if nothing did before. */
  private KeyRow row(
      ApiKey key,
      Instant lastUse,
      Optional<FactorSummary> summary,
      Optional<Instant> due,
      Set<String> ticked) {
    Instant now = clock.instant();
    boolean off = due.isPresent() && removals.carryOut(key.id(), now);
    Optional<FactorSummary> on = summary.filter(any -> !off);
    return KeyRow.of(
        key,
        permissions.access(key.permissions()),
        lastUse,
        on,
        off ? null : due.orElse(null),
        demanded.shortfall(key.permissions(), on.map(any -> ticked), now));
  }
}
