package org.doublelock.web.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person typed and ticked, kept as it was so that it can be shown again. */
public abstract class TypedForm {

  protected final Map<String, List<String>> fields = new HashMap<>();

  /**
   * @param sent what came, by field, be it now or before the page was sent back
   * @param names what is taken of it; what is missing is empty
   */
  protected TypedForm(Map<String, List<String>> sent, Set<String> names) {
    names.forEach(name -> fields.put(name, sent.getOrDefault(name, List.of())));
  }

  /** What was typed into a field, not escaped; empty where nothing was. */
  public String text(String field) {
    return fields.get(field).stream().findFirst().orElse("");
  }
}
