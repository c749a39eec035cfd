package org.doublelock.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps refusals from filling the database: of each key so many in a minute have a row of their
 * own, and the rest one row for each reason. Whoever knows a public key can cause refusals, so
 * those without a right signature are bounded apart: they do not hide the others.
 */
final class RefusalFlood {

  static final int ROWS_A_MINUTE = 60;

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final Map<Kept, Minute> minutes = new HashMap<>();

  /** Whether the call has a row of its own; if not, it is counted here. */
  synchronized boolean admits(LoggedCall call) {
    long number = Math.floorDiv(call.at().toEpochMilli(), MINUTE);
    return minutes
        .computeIfAbsent(
            new Kept(call.apiKey(), call.signed()), kept -> new Minute(call.account(), number))
        .admits(call.refusal().orElse(""));
  }

  /**
   * Takes out the minutes that are over.
   *
   * @return for each key and reason that was counted, one call that stands for all
   */
  synchronized List<LoggedCall> over(Instant now) {
    long current = Math.floorDiv(now.toEpochMilli(), MINUTE);
    List<LoggedCall> counted = new ArrayList<>();
    Iterator<Map.Entry<Kept, Minute>> entries = minutes.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Kept, Minute> entry = entries.next();
      if (entry.getValue().number < current) {
        entry.getValue().counted(entry.getKey(), counted);
        entries.remove();
      }
    }
    return counted;
  }

  private record Kept(UUID apiKey, boolean signed) {}

  private static final class Minute {

    private final UUID account;
    private final long number;
    private final Map<String, Integer> more = new HashMap<>();
    private int rows;

    Minute(UUID account, long number) {
      this.account = account;
      this.number = number;
    }

    boolean admits(String reason) {
      if (rows < ROWS_A_MINUTE) {
        rows++;
        return true;
      }
      more.merge(reason, 1, Integer::sum);
      return false;
    }

    void counted(Kept kept, List<LoggedCall> into) {
      Instant start = Instant.ofEpochMilli(number * MINUTE);
      more.forEach(
          (reason, calls) ->
              into.add(
                  new LoggedCall(
                      account,
                      kept.apiKey(),
                      start,
                      "",
                      "",
                      Optional.of(reason),
                      kept.signed(),
                      calls)));
    }
  }
}
