package org.doublelock.unlocking.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doublelock.unlocking.UnlockChoice;
import org.doublelock.unlocking.UnlockPolicy;
import org.doublelock.web.form.TypedForm;

/** What a person ticked about unlocking a key. */
public class UnlockChoiceForm extends TypedForm {

  private static final Set<String> FIELDS = Set.of("unlock", "unlockLongest", "unlockAsks", "seen");

  public UnlockChoiceForm(Map<String, List<String>> sent) {
    super(sent, FIELDS);
  }

  /** What was ticked, by field; never empty, so that a form with nothing ticked is known as one. */
  public Map<String, List<String>> typed() {
    return fields;
  }

  /** The mark of the choice that the form showed; empty where it told none. */
  public String seen() {
    return text("seen");
  }

  /** The choice; what is no length of time is taken for the longest. */
  public UnlockChoice choice(UnlockPolicy policy) {
    String longest = text("unlockLongest");
    Duration most =
        longest.matches("[1-9]\\d{0,5}")
            ? Duration.ofMinutes(Long.parseLong(longest))
            : policy.longest();
    return new UnlockChoice(isTicked("unlock"), most, isTicked("unlockAsks"));
  }

  private boolean isTicked(String field) {
    return !fields.get(field).isEmpty();
  }
}
