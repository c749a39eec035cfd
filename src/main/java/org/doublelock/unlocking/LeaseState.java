package org.doublelock.unlocking;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.edge.DatabaseClock;
import org.hibernate.query.NativeQuery;

/**
 * What the row that decides a key's calls says about its lease, read and held.
 *
 * @param running whether its time is not over yet, by the database's clock
 * @param left what it may still move
 * @param uses how many calls it has let through
 */
record LeaseState(long epoch, boolean running, BigDecimal left, long uses) {

  private static final String READ =
      "select s.api_key_id, s.epoch, case when s.unlocked_until >= "
          + DatabaseClock.MILLIS
          + " then 1 else 0 end as running, s.unlock_left, s.unlock_uses"
          + " from api_key_call_state s where s.api_key_id in (:keys)";

  private static final String GRANT =
      "update api_key_call_state set epoch = epoch + 1, unlock_left = :amount, unlock_uses = 0,"
          + " unlocked_until = cast("
          + DatabaseClock.MILLIS
          + " as bigint) + :millis where api_key_id = :key";

  /** Reads the row, which the caller holds or does not mind to see change. */
  static LeaseState read(EntityManager entities, ApiKeyId key) {
    return read(entities, Set.of(key)).get(key);
  }

  /** The same of many, in one statement. */
  static Map<ApiKeyId, LeaseState> read(EntityManager entities, Collection<ApiKeyId> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(READ, Object[].class)
            .unwrap(NativeQuery.class)
            .addScalar("api_key_id", UUID.class)
            .addScalar("epoch", Long.class)
            .addScalar("running", Integer.class)
            .addScalar("unlock_left", BigDecimal.class)
            .addScalar("unlock_uses", Long.class)
            .setParameterList("keys", keys.stream().map(ApiKeyId::value).toList())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> new ApiKeyId((UUID) row[0]), LeaseState::of));
  }

  /** How many leases of an account's keys are running. */
  static long running(EntityManager entities, AccountId owner) {
    Object running =
        entities
            .createNativeQuery(
                "select count(*) from api_key k join api_key_lease l on l.api_key_id = k.id"
                    + " join api_key_call_state s on s.api_key_id = k.id and s.epoch = l.epoch"
                    + " where k.account_id = :owner and k.deleted_at is null"
                    + " and k.disabled_at is null and s.unlocked_until >= "
                    + DatabaseClock.MILLIS)
            .setParameter("owner", owner.value())
            .getSingleResult();
    return ((Number) running).longValue();
  }

  private static LeaseState of(Object[] row) {
    return new LeaseState((Long) row[1], (Integer) row[2] == 1, (BigDecimal) row[3], (Long) row[4]);
  }

  /**
   * Begins a lease, at an epoch of its own.
   *
   * @return until when it is, in milliseconds since 1970
   */
  static long grant(EntityManager entities, ApiKeyId key, LeaseTerms terms) {
    entities
        .createNativeQuery(GRANT)
        .setParameter("amount", terms.bound().map(most -> most.amount()).orElse(BigDecimal.ZERO))
        .setParameter("millis", terms.length().toMillis())
        .setParameter("key", key.value())
        .executeUpdate();
    List<Long> until =
        entities
            .createNativeQuery(
                "select unlocked_until from api_key_call_state where api_key_id = :key", Long.class)
            .setParameter("key", key.value())
            .getResultList();
    return until.get(0);
  }
}
