package org.doublelock.sandbox.funding;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.HistoryWindow;

/**
 * Which deposits or withdrawals are asked for: a plain list, or with {@code cursor} an object that
 * also says where to go on.
 *
 * @param first how many of the newest to leave out
 */
record StatusPage(HistoryWindow window, int first, int limit, boolean withCursor) {

  private static final int MOST = 500;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /**
   * Reads {@code start}, {@code end}, {@code limit} and {@code cursor}.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments}
   */
  static StatusPage asked(FunctionCaller caller, Arguments arguments) {
    HistoryWindow window = HistoryWindow.asked(caller, arguments, (id, dates) -> Optional.empty());
    int limit = arguments.text("limit").map(StatusPage::number).orElse(MOST);
    if (limit < 1) {
      throw FunctionFailure.invalidArguments();
    }
    boolean withCursor = arguments.flag("cursor");
    int first =
        arguments
            .text("cursor")
            .filter(cursor -> withCursor && !cursor.equalsIgnoreCase("true"))
            .map(StatusPage::number)
            .orElse(0);
    return new StatusPage(window, first, Math.min(limit, MOST), withCursor);
  }

  private static int number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw FunctionFailure.invalidArguments();
    }
    return Integer.parseInt(text);
  }

  /**
   * The page as an answer.
   *
   * @param found what the page starts with, and one more if there is more
   */
  <T> JsonValue of(String name, List<T> found, Function<T, JsonObject> shape) {
    JsonArrayBuilder list = Answer.array();
    found.stream().limit(limit).map(shape).forEach(list::add);
    if (!withCursor) {
      return list.build();
    }
    JsonObjectBuilder answer = Answer.object().add(name, list);
    if (found.size() > limit) {
      answer.add("next_cursor", Integer.toString(first + limit));
    } else {
      answer.addNull("next_cursor");
    }
    return answer.build();
  }
}
