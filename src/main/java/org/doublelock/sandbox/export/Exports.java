package org.doublelock.sandbox.export;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.Exchange;

/** The files that accounts asked for, and their writing in the background. */
public final class Exports {

  /** How many an account may have. */
  static final int MAX_OF_ONE = 20;

  /** How long a file is kept. */
  private static final Duration KEPT = Duration.ofDays(14);

  /** After this, whoever began a file is taken to be gone. */
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private Exports() {}

  /** All of them, whoever asked for them. */
  static List<Export> of(EntityManager database, AccountId account) {
    return database
        .createQuery(
            "from Export e where e.account = :account order by e.createdAt desc, e.id",
            Export.class)
        .setParameter("account", account.value())
        .getResultList();
  }

  static Optional<Export> find(EntityManager database, FunctionCaller caller, String id) {
    return Optional.ofNullable(database.find(Export.class, id))
        .filter(export -> export.isKnownTo(caller));
  }

  /** The same as it is once nobody writes it; nobody begins to until the transaction ends. */
  static Optional<Export> hold(EntityManager database, FunctionCaller caller, String id) {
    return Optional.ofNullable(database.find(Export.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(export -> export.isKnownTo(caller));
  }

  static void remove(EntityManager database, Export export) {
    database
        .createQuery("delete from ExportPart p where p.id.export = :id")
        .setParameter("id", export.id())
        .executeUpdate();
    database.remove(export);
  }

  /** The file; empty where it was removed since the export was read. */
  static Optional<byte[]> content(EntityManager database, Export export) {
    StringBuilder text = new StringBuilder();
    database
        .createQuery(
            "from ExportPart p where p.id.export = :id order by p.id.number", ExportPart.class)
        .setParameter("id", export.id())
        .getResultList()
        .forEach(part -> text.append(part.content()));
    return Optional.of(text.toString())
        .filter(each -> !each.isEmpty())
        .map(Base64.getDecoder()::decode);
  }

  /** Writes the oldest file that waits; tells whether there was one. */
  public static boolean writeNext(Exchange exchange, Instant now) {
    Optional<String> id = exchange.perform(database -> begin(database, now));
    id.ifPresent(each -> exchange.perform(database -> write(database, each, now)));
    return id.isPresent();
  }

  private static Optional<String> begin(EntityManager database, Instant now) {
    Instant longAgo = now.minus(TIMEOUT);
    Optional<Export> waiting =
        database
            .createQuery(
                "select e.id from Export e where e.state = :queued"
                    + " or e.state = :processing and e.startedAt < :longAgo order by e.createdAt",
                String.class)
            .setParameter("queued", Export.State.QUEUED)
            .setParameter("processing", Export.State.PROCESSING)
            .setParameter("longAgo", longAgo)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            // Another node may have begun it meanwhile, or its account removed it.
            .map(id -> database.find(Export.class, id, LockModeType.PESSIMISTIC_WRITE))
            .filter(export -> export.waits(longAgo));
    waiting.ifPresent(export -> export.begin(now));
    return waiting.map(Export::id);
  }

  private static String write(EntityManager database, String id, Instant now) {
    Export export = database.find(Export.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (export != null && export.state() == Export.State.PROCESSING) {
      String text = Base64.getEncoder().encodeToString(new ExportFile(database, export).write());
      for (int from = 0; from < text.length(); from += ExportPart.MAX) {
        int end = Math.min(text.length(), from + ExportPart.MAX);
        database.persist(new ExportPart(id, from / ExportPart.MAX, text.substring(from, end)));
      }
      export.complete(now);
    }
    return id;
  }

  /** Removes the files that were kept long enough. */
  public static void forget(Exchange exchange, Instant now) {
    exchange.perform(
        database -> {
          List<String> old =
              database
                  .createQuery(
                      "select e.id from Export e where e.createdAt < :before"
                          + " order by e.createdAt, e.id",
                      String.class)
                  .setParameter("before", now.minus(KEPT))
                  .setMaxResults(100)
                  .getResultList();
          // Each under its lock, in one order: another node forgets the same at the same minute.
          old.stream()
              .map(id -> database.find(Export.class, id, LockModeType.PESSIMISTIC_WRITE))
              .filter(Objects::nonNull)
              .forEach(export -> remove(database, export));
          return old.size();
        });
  }
}
