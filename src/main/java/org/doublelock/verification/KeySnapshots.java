package org.doublelock.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.signing.PublicKey;
import org.doublelock.unlocking.Leases;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys in use, kept in memory within a bound. What is kept may be old: its epoch tells. */
@ApplicationScoped
class KeySnapshots {

  private Cache<String, KeySnapshot> kept;
  private ApiKeys keys;
  private SecondFactors secondFactors;
  private Leases leases;
  private CallStates states;
  private KeyStandings standings;

  protected KeySnapshots() {
    // for the CDI proxy
  }

  @Inject
  KeySnapshots(
      ApiKeys keys,
      SecondFactors secondFactors,
      Leases leases,
      CallStates states,
      KeyStandings standings,
      @ConfigProperty(name = "doublelock.cache.keys", defaultValue = "100000") long most) {
    this.keys = keys;
    this.secondFactors = secondFactors;
    this.leases = leases;
    this.states = states;
    this.standings = standings;
    this.kept = Caffeine.newBuilder().maximumSize(most).build();
  }

  /** What is remembered of the key, however old. */
  Optional<KeySnapshot> remembered(String publicKey) {
    return Optional.ofNullable(kept.getIfPresent(publicKey));
  }

  /** What decides whether the key may be used at all, as it is now; empty without such a key. */
  Optional<KeyStanding> standing(String publicKey) throws SQLException {
    return standings.of(publicKey);
  }

  /** The key as it is now; empty, and forgotten, when there is no such key. */
  Optional<KeySnapshot> read(String publicKey, Instant now) throws SQLException {
    if (!PublicKey.isWrittenLike(publicKey)) {
      return Optional.empty(); // strangers' texts of any kind stay away from the database
    }
    kept.invalidate(publicKey);
    Optional<KeySnapshot> snapshot = apart(publicKey, now);
    snapshot.ifPresent(current -> kept.put(publicKey, current));
    return snapshot;
  }

  /** The key as it is now, beside what is remembered: neither forgotten nor kept. */
  Optional<KeySnapshot> apart(String publicKey, Instant now) throws SQLException {
    Optional<ApiKey> key = keys.findByPublicKey(publicKey);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    // The epoch first: if anything changes while the rest is read, the snapshot is refused later.
    long epoch = states.epoch(key.get().id());
    return keys.findByPublicKey(publicKey).map(current -> snapshot(current, epoch, now));
  }

  private KeySnapshot snapshot(ApiKey key, long epoch, Instant now) {
    ApiKeyId id = key.id();
    Optional<SecondFactor> factor = secondFactors.of(id);
    return new KeySnapshot(
        id,
        epoch,
        key.owner(),
        key.publicKey(),
        key.description(),
        keys.secrets(key, now),
        key.previousSecretUntil().filter(now::isBefore),
        key.isEnabled(),
        keys.isOwnerLocked(key),
        key.permissions(),
        key.restrictions(),
        key.createdAt(),
        key.secretSince(),
        key.modifiedAt(),
        factor,
        factor.flatMap(on -> leases.at(id, epoch)),
        new RememberedPassword());
  }
}
