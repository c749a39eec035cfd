package org.doublelock.account.session;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.edge.DatabaseClock;

/**
 * Whom the identity provider signed out lately, so that a sign-in that was under way then comes to
 * nothing. Whoever asks, and whoever notes it, holds what opens accounts: else each could miss the
 * other.
 */
record EndedThere(EntityManager entities) {

  /** No sign-in is under way for longer, with the clocks of both apart. */
  private static final Duration KEPT_FOR = Duration.ofMinutes(30);

  /** Notes that what was said of these until then is over, and forgets what is long ago. */
  void note(Set<String> hashes, Instant at, Instant now) {
    entities
        .createQuery("delete from EndedThereRow e where e.endedAt < :longAgo")
        .setParameter("longAgo", DatabaseClock.agreed(entities, now).minus(KEPT_FOR))
        .executeUpdate();
    for (String hash : hashes) {
      Optional.ofNullable(entities.find(EndedThereRow.class, hash))
          .ifPresentOrElse(
              row -> row.endAgain(at), () -> entities.persist(new EndedThereRow(hash, at)));
    }
  }

  /** Whether they were signed out there since that was said, or in the same second. */
  boolean includes(Provided said) {
    return entities
            .createQuery(
                "select count(e) from EndedThereRow e"
                    + " where e.nameHash in :hashes and e.endedAt >= :saidAt",
                Long.class)
            .setParameter("hashes", List.of(said.person(), said.session()))
            .setParameter("saidAt", said.saidAt())
            .getSingleResult()
        > 0;
  }
}
