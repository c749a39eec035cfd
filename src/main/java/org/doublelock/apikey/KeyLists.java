package org.doublelock.apikey;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.doublelock.account.AccountId;
import org.hibernate.query.NativeQuery;

/** An account's keys as its pages list them and tell of them. A deleted key is in no list. */
@Stateless
public class KeyLists {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  public KeyLists() {
    // for the container
  }

  /** Without a container. */
  public KeyLists(EntityManager entities) {
    this.entities = entities;
  }

  /** The account's keys that are looked for, in the order asked for, one page of them. */
  public KeyList page(AccountId owner, KeySearch search, int perPage) {
    long found =
        ((Number) matching("select count(*)", "", owner, search).getSingleResult()).longValue();
    int pages = (int) Math.max(1, (found + perPage - 1) / perPage);
    int page = Math.min(search.page(), pages);
    String order = " order by " + search.order().column() + ", k.created_at desc, k.id";
    List<?> ids =
        matching("select k.id", order, owner, search)
            .addScalar("id", UUID.class)
            .setFirstResult((page - 1) * perPage)
            .setMaxResults(perPage)
            .getResultList();
    return new KeyList(inOrder(ids), page, pages, found);
  }

  /**
   * In SQL, since what keys are sorted and told apart by stands in rows that are no entities here.
   */
  private NativeQuery<?> matching(String what, String order, AccountId owner, KeySearch search) {
    return entities
        .createNativeQuery(
            what
                + " from api_key k join api_key_call_state s on s.api_key_id = k.id"
                + " left join second_factor f on f.api_key_id = k.id"
                + " where k.account_id = :owner and k.deleted_at is null"
                + " and (k.description_key like :lower escape '!'"
                + " or k.public_key like :exact escape '!')"
                + search.factor().condition()
                + order)
        .unwrap(NativeQuery.class)
        .setParameter("owner", owner.value())
        .setParameter("lower", search.patternInSmallLetters())
        .setParameter("exact", search.pattern());
  }

  private List<ApiKey> inOrder(List<?> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("select k from ApiKey k where k.id in :ids", ApiKey.class)
        .setParameter("ids", ids)
        .getResultList() // a stream would fetch what belongs to each key by itself
        .stream()
        .sorted(Comparator.comparingInt(key -> ids.indexOf(key.id().value())))
        .toList();
  }

  /** Whether the account ever had a key, be it deleted by now. */
  public boolean hadAny(AccountId owner) {
    return entities
            .createQuery("select count(k) from ApiKey k where k.accountId = :owner", Long.class)
            .setParameter("owner", owner.value())
            .getSingleResult()
        > 0;
  }

  /** How many of the account's keys are disabled, or frozen. */
  public long disabled(AccountId owner) {
    return entities
        .createQuery(
            "select count(k) from ApiKey k where k.accountId = :owner and k.deletedAt is null"
                + " and k.disabledAt is not null",
            Long.class)
        .setParameter("owner", owner.value())
        .getSingleResult();
  }

  /** Whether a call with one of the account's keys was ever accepted. */
  public boolean everCalled(AccountId owner) {
    Object used =
        entities
            .createNativeQuery(
                "select count(*) from api_key k join api_key_call_state s on s.api_key_id = k.id"
                    + " where k.account_id = :owner and s.last_used_at > 0")
            .setParameter("owner", owner.value())
            .getSingleResult();
    return ((Number) used).longValue() > 0;
  }

  /** When each of these keys last made a call that was accepted; nothing for one that never did. */
  public Map<ApiKeyId, Instant> lastUses(Collection<ApiKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(
                "select s.api_key_id, s.last_used_at from api_key_call_state s"
                    + " where s.api_key_id in (:keys) and s.last_used_at > 0",
                Object[].class)
            .unwrap(NativeQuery.class)
            .addScalar("api_key_id", UUID.class)
            .addScalar("last_used_at", Long.class)
            .setParameterList("keys", keys.stream().map(key -> key.id().value()).toList())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.toMap(
                row -> new ApiKeyId((UUID) row[0]), row -> Instant.ofEpochMilli((Long) row[1])));
  }
}
