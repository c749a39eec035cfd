package org.doublelock.apikey;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.doublelock.account.AccountId;

/**
 * What an account's keys are called. A deleted key keeps its name, for the log that tells of it.
 */
@Stateless
public class KeyNames {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  public KeyNames() {
    // for the container
  }

  /** Without a container. */
  public KeyNames(EntityManager entities) {
    this.entities = entities;
  }

  /** What the account's keys are called, those too that were deleted; oldest first. */
  public Map<UUID, String> all(AccountId owner) {
    return byId(
        entities
            .createQuery(
                "select k.id, k.description from ApiKey k where k.accountId = :owner"
                    + " order by k.createdAt, k.id",
                Object[].class)
            .setParameter("owner", owner.value())
            .getResultList());
  }

  /**
   * What those of the account's keys are called that are looked for, those too that were deleted;
   * the newest first.
   *
   * @param most more than so many are left out
   */
  public Map<UUID, String> matching(AccountId owner, KeySearch search, int most) {
    return byId(
        entities
            .createQuery(
                "select k.id, k.description from ApiKey k where k.accountId = :owner"
                    + " and (lower(k.description) like :lower escape '!'"
                    + " or k.publicKey like :exact escape '!')"
                    + " order by k.createdAt desc, k.id",
                Object[].class)
            .setParameter("owner", owner.value())
            .setParameter("lower", search.patternInSmallLetters())
            .setParameter("exact", search.pattern())
            .setMaxResults(most)
            .getResultList());
  }

  /** What these keys are called, those too that were deleted; nothing for another account's. */
  public Map<UUID, String> of(AccountId owner, Collection<UUID> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return byId(
        entities
            .createQuery(
                "select k.id, k.description from ApiKey k where k.accountId = :owner"
                    + " and k.id in :keys",
                Object[].class)
            .setParameter("owner", owner.value())
            .setParameter("keys", keys)
            .getResultList());
  }

  private static Map<UUID, String> byId(Collection<Object[]> rows) {
    Map<UUID, String> names = new LinkedHashMap<>();
    rows.forEach(row -> names.put((UUID) row[0], (String) row[1]));
    return names;
  }

  /** Those of these keys that are the account's and not deleted. */
  public Set<UUID> existing(AccountId owner, Collection<UUID> keys) {
    return keys.isEmpty()
        ? Set.of()
        : Set.copyOf(
            entities
                .createQuery(
                    "select k.id from ApiKey k where k.accountId = :owner and k.id in :keys"
                        + " and k.deletedAt is null",
                    UUID.class)
                .setParameter("owner", owner.value())
                .setParameter("keys", keys)
                .getResultList());
  }
}
