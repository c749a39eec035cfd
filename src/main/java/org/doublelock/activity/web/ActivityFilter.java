package org.doublelock.activity.web;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.activity.CallOutcome;
import org.doublelock.activity.Position;
import org.doublelock.apikey.KeySearch;
import org.doublelock.edge.RowId;

/** Which part of the activity is asked for. What makes no sense is not asked for. */
public class ActivityFilter {

  @QueryParam("key")
  private String key;

  @QueryParam("q")
  private String words;

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

  /** Which keys are offered to choose from. */
  KeySearch search() {
    return KeySearch.of(words, null);
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

  public String getWords() {
    return search().words();
  }

  /** Everything but where in the list one is, for a link; not escaped for HTML. */
  public String getQuery() {
    String looked =
        getWords().isEmpty() ? "" : "&q=" + URLEncoder.encode(getWords(), StandardCharsets.UTF_8);
    return "key=" + getKey() + "&outcome=" + getOutcome() + looked;
  }
}
