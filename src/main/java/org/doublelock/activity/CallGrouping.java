package org.doublelock.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts calls together that are alike, so that a list of them fits on a page. */
final class CallGrouping {

  /** A call and its place in the list of all. */
  record Placed(LoggedCall call, Position position) {}

  /** What is the same in calls that are alike. */
  private record Likeness(
      UUID apiKey,
      String function,
      String address,
      Optional<String> refusal,
      Optional<Instant> leaseUntil,
      Instant hour) {

    static Likeness of(LoggedCall call) {
      return new Likeness(
          call.apiKey(),
          call.function(),
          call.address(),
          call.refusal(),
          call.leaseUntil(),
          call.at().truncatedTo(ChronoUnit.HOURS));
    }
  }

  private CallGrouping() {}

  /**
   * The first groups of these calls.
   *
   * @param calls newest first
   * @param more whether there are older ones than these
   * @param most how many groups; the calls from the first one that fits in none of them are left
   *     for later
   */
  static Entries<CallGroup> of(List<Placed> calls, boolean more, int most) {
    Map<Likeness, CallGroup> groups = new LinkedHashMap<>();
    Optional<Position> last = Optional.empty();
    for (Placed placed : calls) {
      Likeness likeness = Likeness.of(placed.call());
      if (groups.size() == most && !groups.containsKey(likeness)) {
        return new Entries<>(List.copyOf(groups.values()), last);
      }
      groups.merge(likeness, CallGroup.of(placed.call()), CallGroup::with);
      last = Optional.of(placed.position());
    }
    return new Entries<>(List.copyOf(groups.values()), more ? last : Optional.empty());
  }
}
