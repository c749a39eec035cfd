package org.doublelock.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.signing.PublicKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys in use, kept in memory within a bound. What is kept may be old: its epoch tells, within
 * one history of the database.
 */
@ApplicationScoped
class KeySnapshots {

  private long most;
  private Cache<String, KeySnapshot> kept;
  private StoredKeys stored;
  private KeyStandings standings;
  private DatabaseHistory history;

  protected KeySnapshots() {
    // for the CDI proxy
  }

  @Inject
  KeySnapshots(
      StoredKeys stored,
      KeyStandings standings,
      DatabaseHistory history,
      @ConfigProperty(name = "doublelock.cache.keys", defaultValue = "100000") long most) {
    this.most = most;
    this.stored = stored;
    this.standings = standings;
    this.history = history;
    this.kept = Caffeine.newBuilder().maximumSize(most).build();
  }

  /** How many keys are remembered at most. */
  long room() {
    return most;
  }

  /** What is remembered of the key, however old, but from no history that was left. */
  Optional<KeySnapshot> remembered(String publicKey) {
    return Optional.ofNullable(kept.getIfPresent(publicKey))
        .filter(key -> key.isOf(history.lastForkMillis()));
  }

  /** What decides whether the key may be used at all, as it is now; empty without such a key. */
  Optional<KeyStanding> standing(String publicKey) throws SQLException {
    return standings.of(publicKey);
  }

  /** The key as it is now; empty, and forgotten, when there is no such key. */
  Optional<KeySnapshot> read(String publicKey, Instant now) throws SQLException {
    if (!PublicKey.isWrittenLike(publicKey)) {
      return Optional.empty(); // texts that are no key stay away from the database
    }
    kept.invalidate(publicKey);
    Optional<KeySnapshot> snapshot = apart(publicKey, now);
    snapshot.ifPresent(current -> kept.put(publicKey, current));
    return snapshot;
  }

  /** The key as it is now, beside what is remembered: neither forgotten nor kept. */
  Optional<KeySnapshot> apart(String publicKey, Instant now) throws SQLException {
    return stored.read(publicKey, now);
  }

  /**
   * Remembers those of the keys that may be used, beside what a call has read meanwhile.
   *
   * @return how many they are
   */
  int readAhead(List<UUID> keys, Instant now) throws SQLException {
    List<KeySnapshot> usable = stored.usable(keys, now);
    usable.forEach(key -> kept.asMap().putIfAbsent(key.publicKey(), key));
    return usable.size();
  }
}
