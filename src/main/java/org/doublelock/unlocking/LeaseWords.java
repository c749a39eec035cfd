package org.doublelock.unlocking;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.doublelock.activity.OneLine;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.function.Lease;

/**
 * What a lease opens, in words of no language and in the room that an event has for them. What
 * moves funds away is named first; where not all actions fit, it says how many more there are.
 */
record LeaseWords(String bounds, List<String> actions, int movers) {

  /** By so much of its name a key is still known; the rest gives way to a withdrawal. */
  private static final int SHORTEST_NAME = 24;

  private static final String AROUND = " ()";

  /**
   * @param moves whether an action moves funds away
   */
  static LeaseWords of(Lease lease, Predicate<String> moves) {
    return new LeaseWords(
        bounds(lease),
        lease.actions().stream()
            .sorted(
                Comparator.comparing(moves::test)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList(),
        (int) lease.actions().stream().filter(moves).count());
  }

  /**
   * Such as {@code bot (2026-11-28T16:40:00Z; 203.0.113.7; 500 USD; Withdraw, AddOrder … +12)}, in
   * no more characters than an event's detail has.
   */
  String after(String name) {
    int room = SecurityEvent.MAX_DETAIL - AROUND.length();
    String shown = OneLine.of(name, Math.max(SHORTEST_NAME, room - naming(movers).length()));
    return shown + " (" + within(room - shown.length()) + ")";
  }

  private String within(int room) {
    int named = actions.size();
    while (named > 0 && naming(named).length() > room) {
      named--;
    }
    return naming(named);
  }

  /** With so many of the actions by name, and the number of the others. */
  private String naming(int named) {
    String names = String.join(", ", actions.subList(0, named));
    int more = actions.size() - named;
    String rest = more == 0 ? "" : (named == 0 ? "" : " ") + "… +" + more;
    return bounds + "; " + names + rest;
  }

  private static String bounds(Lease lease) {
    List<String> words = new ArrayList<>();
    words.add(lease.until().truncatedTo(ChronoUnit.SECONDS).toString());
    lease.address().ifPresent(words::add);
    lease
        .bound()
        .ifPresent(
            most ->
                words.add(
                    most.amount().stripTrailingZeros().toPlainString() + " " + most.currency()));
    return String.join("; ", words);
  }
}
