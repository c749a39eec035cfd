package org.doublelock.unlocking.web;

import jakarta.ws.rs.FormParam;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.unlocking.UnlockChoice;
import org.doublelock.unlocking.UnlockPolicy;

/** What a person ticked about unlocking a key. */
public class UnlockChoiceForm {

  @FormParam("unlock")
  private String allowed;

  @FormParam("unlockLongest")
  private String longest;

  @FormParam("unlockAsks")
  private String asks;

  @FormParam("seen")
  private String seen;

  /** A form as it was ticked, by its fields; a field that is missing was not ticked. */
  public static UnlockChoiceForm typed(Map<String, List<String>> fields) {
    UnlockChoiceForm form = new UnlockChoiceForm();
    form.allowed = first(fields, "unlock");
    form.longest = first(fields, "unlockLongest");
    form.asks = first(fields, "unlockAsks");
    form.seen = first(fields, "seen");
    return form;
  }

  private static String first(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
  }

  /** The same by its fields; never empty, so that a form with nothing ticked is known as one. */
  public Map<String, List<String>> typed() {
    Map<String, List<String>> fields = new HashMap<>();
    fields.put("unlockLongest", List.of(longest == null ? "" : longest));
    fields.put("seen", List.of(seen()));
    if (allowed != null) {
      fields.put("unlock", List.of("on"));
    }
    if (asks != null) {
      fields.put("unlockAsks", List.of("on"));
    }
    return fields;
  }

  /** The mark of the choice that the form showed; empty where it told none. */
  public String seen() {
    return seen == null ? "" : seen;
  }

  /** The choice; what is no length of time is taken for the longest. */
  public UnlockChoice choice(UnlockPolicy policy) {
    Duration most =
        longest != null && longest.matches("[1-9]\\d{0,5}")
            ? Duration.ofMinutes(Long.parseLong(longest))
            : policy.longest();
    return new UnlockChoice(allowed != null, most, asks != null);
  }
}
