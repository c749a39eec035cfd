package org.doublelock.sandbox.funding;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.doublelock.account.AccountId;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.OneOf;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.HistoryWindow;
import org.doublelock.sandbox.market.Asset;

/**
 * Which deposits or withdrawals are asked for: a plain list, or with {@code cursor} an object that
 * also says where to go on. A cursor is the reference shown last, so that what comes in meanwhile
 * moves nothing.
 *
 * @param behind the reference that the page comes behind
 */
record StatusPage(HistoryWindow window, Optional<String> behind, int limit, boolean withCursor) {

  private static final int HIGHEST_LIMIT = 999_999_999;
  private static final int MAX = 500;
  private static final Instant NEWEST = Instant.parse("9999-12-31T00:00:00Z");

  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("asset", false, "The asset; all by default"),
          new Parameter("method", false, "The method's name"),
          new Parameter(
              "start", false, "Nothing from this time or before it, in seconds since 1970"),
          new Parameter("end", false, "Nothing after this time, in seconds since 1970"),
          new Parameter("limit", false, "How many at most; 500 by default").whole(1, HIGHEST_LIMIT),
          new Parameter("cursor", false, "true, or where the last answer said to go on"));

  /**
   * Reads {@code start}, {@code end}, {@code limit} and {@code cursor}.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and which of them
   */
  static StatusPage asked(AskedCall call) {
    Arguments arguments = call.arguments();
    HistoryWindow window = HistoryWindow.asked(call, (id, dates) -> Optional.empty());
    int limit = arguments.whole("limit", 1, HIGHEST_LIMIT).orElse(MAX);
    boolean withCursor = arguments.flag("cursor");
    Optional<String> behind =
        arguments.text("cursor").filter(text -> withCursor && !text.equalsIgnoreCase("true"));
    return new StatusPage(window, behind, Math.min(limit, MAX), withCursor);
  }

  /**
   * What the page starts with, and one more if there is more: the newest first, and of the same
   * moment by their references.
   *
   * @param time the field that says when one was
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:cursor}
   */
  <T> List<T> list(
      EntityManager database,
      AccountId account,
      Collection<Asset> assets,
      Class<T> type,
      String time) {
    String all = " from " + type.getSimpleName() + " e where e.account = :account";
    Instant start =
        behind
            .map(
                reference ->
                    database
                        .createQuery(
                            "select e." + time + all + " and e.reference = :reference",
                            Instant.class)
                        .setParameter("account", account.value())
                        .setParameter("reference", reference)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(() -> FunctionFailure.invalidArgument("cursor")))
            .orElse(NEWEST);
    String these =
        " and e.asset in :assets and e.%1$s > :after and e.%1$s <= :until"
            + " and (e.%1$s < :start or e.%1$s = :start and e.reference > :behind)"
            + " order by e.%1$s desc, e.reference";
    return database
        .createQuery(all + these.formatted(time), type)
        .setParameter("account", account.value())
        .setParameter("assets", assets.stream().map(Asset::id).toList())
        .setParameter("after", window.after())
        .setParameter("until", window.until())
        .setParameter("start", start)
        .setParameter("behind", behind.orElse(""))
        .setMaxResults(limit + 1)
        .getResultList();
  }

  /**
   * The page as an answer.
   *
   * @param found what the page starts with, and one more if there is more
   * @param page of what is on it, and where to go on, null at the end
   */
  <T extends FundsTransfer, S, P> OneOf<List<S>, P> of(
      List<T> found, Function<T, S> shape, BiFunction<List<S>, String, P> page) {
    List<S> list = found.stream().limit(limit).map(shape).toList();
    if (!withCursor) {
      return OneOf.first(list);
    }
    String next = found.size() > limit ? found.get(limit - 1).reference() : null;
    return OneOf.second(page.apply(list, next));
  }
}
