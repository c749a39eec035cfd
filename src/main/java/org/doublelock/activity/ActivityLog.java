package org.doublelock.activity;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What has been written down, for the owner of the account to read, newest first. */
@Stateless
public class ActivityLog {

  /** As many calls as are looked at for one page of groups. */
  private static final int GROUPED_AT_ONCE = 500;

  private static final String COUNT =
      "select c.part, c.refusal, sum(c.calls) from ("
          + "select (at_millis - :start) / :part as part, refusal, calls from call_log"
          + " where api_key_id = :apiKey and at_millis >= :start) c group by c.part, c.refusal";

  /** A key may have more calls than can be counted while a person waits. */
  private static final int COUNT_MILLIS = 2_000;

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  public ActivityLog() {
    // for the container
  }

  ActivityLog(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What happened to an account, or to one of its keys.
   *
   * @param before where to begin; empty for the newest
   */
  public Entries<LoggedEvent> events(
      UUID account, Optional<UUID> apiKey, Optional<Position> before, int most) {
    List<SecurityEventRow> rows =
        query("SecurityEventRow", SecurityEventRow.class, account, apiKey, before, "", most);
    return page(rows, SecurityEventRow::event, SecurityEventRow::position, most);
  }

  /**
   * The calls of an account's keys, or of one of them.
   *
   * @param before where to begin; empty for the newest
   */
  public Entries<LoggedCall> calls(
      UUID account,
      Optional<UUID> apiKey,
      CallOutcome outcome,
      Optional<Position> before,
      int most) {
    return page(
        rows(account, apiKey, outcome, before, most),
        LoggedCallRow::call,
        LoggedCallRow::position,
        most);
  }

  private List<LoggedCallRow> rows(
      UUID account,
      Optional<UUID> apiKey,
      CallOutcome outcome,
      Optional<Position> before,
      int most) {
    String condition =
        switch (outcome) {
          case ANY -> "";
          case ACCEPTED -> " and e.refusal = ''";
          case REFUSED -> " and e.refusal <> ''";
        };
    return query("LoggedCallRow", LoggedCallRow.class, account, apiKey, before, condition, most);
  }

  /**
   * The same with those put together that are alike, as long as few enough of them are looked at.
   *
   * @param most how many groups
   */
  public Entries<CallGroup> groups(
      UUID account,
      Optional<UUID> apiKey,
      CallOutcome outcome,
      Optional<Position> before,
      int most) {
    List<CallGrouping.Placed> rows =
        rows(account, apiKey, outcome, before, GROUPED_AT_ONCE).stream()
            .map(row -> new CallGrouping.Placed(row.call(), row.position()))
            .toList();
    boolean more = rows.size() > GROUPED_AT_ONCE;
    return CallGrouping.of(more ? rows.subList(0, GROUPED_AT_ONCE) : rows, more, most);
  }

  /**
   * When the first call of a key was accepted since then.
   *
   * @param functions those that count, one at least
   */
  public Optional<Instant> firstAccepted(UUID apiKey, Instant since, Set<String> functions) {
    return Optional.ofNullable(
            entities
                .createQuery(
                    "select min(e.atMillis) from LoggedCallRow e where e.apiKeyId = :apiKey"
                        + " and e.atMillis >= :since and e.refusal = ''"
                        + " and e.function in :functions",
                    Long.class)
                .setParameter("apiKey", apiKey)
                .setParameter("since", since.toEpochMilli())
                .setParameter("functions", functions)
                .getSingleResult())
        .map(Instant::ofEpochMilli);
  }

  /**
   * The calls of a key, counted in equal parts of time from that instant on.
   *
   * @param part how long each part is
   */
  public CallHistory history(UUID apiKey, Instant start, Duration part, int parts) {
    CallHistory.Counting counting = new CallHistory.Counting(start, part, parts);
    List<?> counts =
        entities
            .createNativeQuery(COUNT, Object[].class)
            .setParameter("start", start.toEpochMilli())
            .setParameter("part", part.toMillis())
            .setParameter("apiKey", apiKey)
            .setHint("jakarta.persistence.query.timeout", COUNT_MILLIS)
            .getResultList();
    for (Object count : counts) {
      Object[] row = (Object[]) count;
      counting.add(((Number) row[0]).intValue(), (String) row[1], ((Number) row[2]).longValue());
    }
    return counting.done();
  }

  /** One more than asked for: it tells whether there are older ones. */
  private <T> List<T> query(
      String entity,
      Class<T> type,
      UUID account,
      Optional<UUID> apiKey,
      Optional<Position> before,
      String condition,
      int most) {
    TypedQuery<T> query =
        entities.createQuery(
            "select e from "
                + entity
                + " e where e.accountId = :account"
                + (apiKey.isPresent() ? " and e.apiKeyId = :apiKey" : "")
                + (before.isPresent()
                    // the first bound alone is one that an index can begin at
                    ? " and e.atMillis <= :at and (e.atMillis < :at or e.id < :id)"
                    : "")
                + condition
                + " order by e.atMillis desc, e.id desc",
            type);
    query.setParameter("account", account);
    apiKey.ifPresent(key -> query.setParameter("apiKey", key));
    before.ifPresent(
        place -> query.setParameter("at", place.atMillis()).setParameter("id", place.id()));
    return query.setMaxResults(most + 1).getResultList();
  }

  private static <R, T> Entries<T> page(
      List<R> rows, Function<R, T> entry, Function<R, Position> position, int most) {
    boolean more = rows.size() > most;
    return new Entries<>(
        rows.stream().limit(most).map(entry).toList(),
        more ? Optional.of(position.apply(rows.get(most - 1))) : Optional.empty());
  }
}
