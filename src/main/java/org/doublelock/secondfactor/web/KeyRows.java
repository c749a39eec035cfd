package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyLists;
import org.doublelock.apikey.Permissions;
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
  @Inject private Clock clock;

  public KeyRow of(ApiKey key) {
    return of(List.of(key)).get(0);
  }

  public List<KeyRow> of(List<ApiKey> shown) {
    Map<ApiKeyId, Instant> lastUses = keys.lastUses(shown);
    Map<ApiKeyId, FactorSummary> on = factors.summaries(shown.stream().map(ApiKey::id).toList());
    Map<ApiKeyId, Instant> due = removals.due(on.keySet());
    return shown.stream()
        .map(
            key ->
                row(
                    key,
                    lastUses.get(key.id()),
                    Optional.ofNullable(on.get(key.id())),
                    Optional.ofNullable(due.get(key.id()))))
        .toList();
  }

  /** Looked at after a removal is due: carried out now, if nothing did before. */
  private KeyRow row(
      ApiKey key, Instant lastUse, Optional<FactorSummary> on, Optional<Instant> due) {
    boolean off = due.isPresent() && removals.carryOut(key.id(), clock.instant());
    return KeyRow.of(
        key,
        permissions.access(key.permissions()),
        lastUse,
        off ? Optional.empty() : on,
        off ? null : due.orElse(null));
  }
}
