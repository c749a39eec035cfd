package org.doublelock.policy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Permission;
import org.hibernate.query.NativeQuery;

/**
 * The keys that do not meet the demand for a second factor, as far as they can be called at all:
 * what {@link DemandedFactors} says of one key, in SQL for all of them.
 */
@Stateless
public class UnmetKeys {

  /** More than so many are told another time. */
  static final int MAX_AT_A_TIME = 1000;

  private static final String IN_USE =
      " from api_key k join account a on a.id = k.account_id"
          + " left join second_factor f on f.api_key_id = k.id"
          + " where k.deleted_at is null and k.disabled_at is null and a.disabled_at is null"
          + " and (k.expires_at is null or k.expires_at > :now)";

  private static final String UNTOLD =
      " and not exists (select 1 from api_key_factor_notice n where n.api_key_id = k.id"
          + " and n.from_millis = :from and n.told_millis >= :since)";

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private FactorDemand demand;
  @Inject private DemandedFactors factors;

  public UnmetKeys() {
    // for the container
  }

  UnmetKeys(EntityManager entities, FactorDemand demand, DemandedFactors factors) {
    this.entities = entities;
    this.demand = demand;
    this.factors = factors;
  }

  /** How many there are in all accounts. */
  public long number(Instant now) {
    return demand.isOn() ? count("", now).getSingleResult() : 0;
  }

  /** How many of them are that account's. */
  public long number(AccountId owner, Instant now) {
    return demand.isOn()
        ? count(" and k.account_id = :owner", now)
            .setParameter("owner", owner.value())
            .getSingleResult()
        : 0;
  }

  /** Those whose owners are to be told now; only where something is demanded. */
  public List<ApiKeyId> untold(Instant now) {
    return untold("", now)
        .setMaxResults(MAX_AT_A_TIME)
        .getResultStream()
        .map(id -> new ApiKeyId(UUID.fromString(id)))
        .toList();
  }

  /** Whether a key is one of them. To be asked while it is held, since others may tell as well. */
  public boolean isUntold(ApiKeyId key, Instant now) {
    return !untold(" and k.id = :key", now)
        .setParameter("key", key.value())
        .getResultList()
        .isEmpty();
  }

  /**
   * Forgets whose owners were told, for keys that meet it by now: who falls short again is told.
   */
  public void forgetMet(Instant now) {
    String met = "delete from api_key_factor_notice where api_key_id not in (select k.id%s)";
    fill(entities.createNativeQuery(met.formatted(inUseAndUnmet())).unwrap(NativeQuery.class), now)
        .executeUpdate();
  }

  private NativeQuery<Long> count(String more, Instant now) {
    return query("select count(*)", more, Long.class, now);
  }

  private NativeQuery<String> untold(String more, Instant now) {
    return query("select cast(k.id as varchar(36))", UNTOLD + more, String.class, now)
        .setParameter("from", demand.from().toEpochMilli())
        .setParameter("since", demand.toldSince(now).toEpochMilli());
  }

  private <T> NativeQuery<T> query(String what, String more, Class<T> type, Instant now) {
    @SuppressWarnings("unchecked")
    NativeQuery<T> query =
        entities.createNativeQuery(what + inUseAndUnmet() + more, type).unwrap(NativeQuery.class);
    return fill(query, now);
  }

  private List<Map.Entry<Permission, Set<String>>> opened() {
    return List.copyOf(factors.opened().entrySet());
  }

  private String inUseAndUnmet() {
    List<Map.Entry<Permission, Set<String>>> opened = opened();
    return IN_USE
        + IntStream.range(0, opened.size())
            .mapToObj(number -> unmet(number, opened.get(number).getValue()))
            .collect(Collectors.joining(" or ", " and (", ")"));
  }

  private <T> NativeQuery<T> fill(NativeQuery<T> query, Instant now) {
    List<Map.Entry<Permission, Set<String>>> opened = opened();
    query.setParameter("now", now.atOffset(ZoneOffset.UTC));
    for (int number = 0; number < opened.size(); number++) {
      query.setParameter("permission" + number, opened.get(number).getKey().code());
      Set<String> actions = opened.get(number).getValue();
      if (!actions.isEmpty()) {
        query.setParameterList("actions" + number, actions);
        query.setParameter("enough" + number, actions.size());
      }
    }
    return query;
  }

  /** That the key has the permission of that number, and no factor that is asked for enough. */
  private static String unmet(int number, Set<String> actions) {
    String tooLittle =
        actions.isEmpty()
            ? ""
            : " or (select count(*) from second_factor_action x where x.api_key_id = k.id"
                + " and x.action in (:actionsN)) < :enoughN";
    String lacking =
        "exists (select 1 from api_key_permission p where p.api_key_id = k.id"
            + " and p.permission = :permissionN and (f.api_key_id is null"
            + tooLittle
            + "))";
    return lacking.replaceAll("(:[a-z]+)N", "$1" + number);
  }
}
