package org.doublelock.function;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** A lease as functions answer it: seconds since 1970 as text, and its bounds. */
public final class LeaseAnswer {

  private LeaseAnswer() {}

  /** Adds {@code unlocked_until} and what bounds the lease. */
  public static JsonObjectBuilder add(JsonObjectBuilder answer, Lease lease) {
    JsonArrayBuilder actions = Json.createArrayBuilder();
    lease.actions().stream().sorted().forEach(actions::add);
    answer
        .add("unlocked_until", Long.toString(lease.until().getEpochSecond()))
        .add("unlocked_address", lease.address().orElse("any"))
        .add("unlocked_actions", actions);
    lease
        .bound()
        .ifPresent(
            bound ->
                answer
                    .add("unlocked_amount", bound.amount().stripTrailingZeros().toPlainString())
                    .add("unlocked_currency", bound.currency()));
    return answer;
  }
}
