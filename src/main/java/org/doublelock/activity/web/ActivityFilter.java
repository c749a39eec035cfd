package org.doublelock.activity.web;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.activity.CallOutcome;
import org.doublelock.activity.Position;
import org.doublelock.edge.RowId;

/** Which part of the activity is asked for. What makes no sense is not asked for. */
public class ActivityFilter {

  @QueryParam("key")
  private String key;

  @QueryParam("outcome")
  private String outcome;

  @QueryParam("before")
  private String before;

  Optional<UUID> apiKey() {
    return RowId.parse(key);
  }

  CallOutcome outcome() {
    return CallOutcome.parse(outcome);
  }

  Optional<Position> before() {
    return Optional.ofNullable(before).flatMap(Position::parse);
  }

  /** The key that is asked for, for the form and for links; empty for all. */
  public String getKey() {
    return apiKey().map(UUID::toString).orElse("");
  }

  public String getOutcome() {
    return outcome().code();
  }
}
