package org.doublelock.sandbox.funding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.OneOf;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.HistoryWindow;

/**
 * Which deposits or withdrawals are asked for: a plain list, or with {@code cursor} an object that
 * also says where to go on. A cursor is the reference shown last, so that what comes in meanwhile
 * moves nothing.
 *
 * @param behind the reference that the page comes behind
 */
record StatusPage(HistoryWindow window, Optional<String> behind, int limit, boolean withCursor) {

  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("asset", false, "The asset; all by default"),
          new Parameter("method", false, "The method's name"),
          new Parameter(
              "start", false, "Nothing from this time or before it, in seconds since 1970"),
          new Parameter("end", false, "Nothing after this time, in seconds since 1970"),
          new Parameter("limit", false, "How many at most; 500 by default").whole(1, 999_999_999),
          new Parameter("cursor", false, "true, or where the last answer said to go on"));

  private static final int MAX = 500;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /**
   * Reads {@code start}, {@code end}, {@code limit} and {@code cursor}.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and which of them
   */
  static StatusPage asked(AskedCall call) {
    Arguments arguments = call.arguments();
    HistoryWindow window = HistoryWindow.asked(call, (id, dates) -> Optional.empty());
    int limit = arguments.read("limit", StatusPage::limit).orElse(MAX);
    boolean withCursor = arguments.flag("cursor");
    Optional<String> behind =
        arguments.text("cursor").filter(text -> withCursor && !text.equalsIgnoreCase("true"));
    return new StatusPage(window, behind, Math.min(limit, MAX), withCursor);
  }

  private static Optional<Integer> limit(String text) {
    return Optional.of(text)
        .filter(NUMBER.asMatchPredicate())
        .map(Integer::valueOf)
        .filter(number -> number > 0);
  }

  /** Where the page begins, for what the cursor names; the beginning when it names nothing. */
  <T> PageStart start(Function<String, Optional<T>> find, Function<T, Instant> time) {
    return behind
        .map(
            reference ->
                find.apply(reference)
                    .map(found -> new PageStart(time.apply(found), reference))
                    .orElseThrow(() -> FunctionFailure.invalidArgument("cursor")))
        .orElse(PageStart.NEWEST);
  }

  /**
   * The page as an answer.
   *
   * @param found what the page starts with, and one more if there is more
   * @param page of what is on it, and where to go on, null at the end
   */
  <T, S, P> OneOf<List<S>, P> of(
      List<T> found,
      Function<T, S> shape,
      BiFunction<List<S>, String, P> page,
      Function<T, String> reference) {
    List<S> list = found.stream().limit(limit).map(shape).toList();
    if (!withCursor) {
      return OneOf.first(list);
    }
    String next = found.size() > limit ? reference.apply(found.get(limit - 1)) : null;
    return OneOf.second(page.apply(list, next));
  }
}
