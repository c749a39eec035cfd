package org.doublelock.web.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.web.help.HelpErrors;
import org.doublelock.web.message.PageMessages;

/**
 * What is wrong with the form being drawn again, by field, in the page's language. The empty field
 * name stands for the form as a whole.
 */
@Named("errors")
@RequestScoped
public class FieldErrors {

  private final Map<String, Fault> byField = new LinkedHashMap<>();
  private Map<String, List<String>> typed = Map.of();
  private PageMessages messages;

  protected FieldErrors() {
    // for the CDI proxy
  }

  @Inject
  public FieldErrors(PageMessages messages) {
    this.messages = messages;
  }

  /**
   * What is wrong with a field.
   *
   * @param help where the help says more; null where the text says it all
   */
  record Fault(String text, String help) implements Serializable {}

  /** Notes the first thing wrong with a field; later ones wait until that is mended. */
  public void add(String field, String messageKey, Object... arguments) {
    String help = HelpErrors.explaining(messageKey).orElse(null);
    byField.putIfAbsent(field, new Fault(messages.plain(messageKey, arguments), help));
  }

  /** Notes once more what was found wrong by an earlier request. */
  void addAll(Map<String, Fault> faults) {
    faults.forEach(byField::putIfAbsent);
  }

  /** Notes what an earlier request held, to be shown again where the page says nothing else. */
  void keep(Map<String, List<String>> kept) {
    typed = Map.copyOf(kept);
  }

  /** What was typed into a field before, not escaped; empty when that is not known. */
  public String typed(String field) {
    return RefusedForm.text(typed, field);
  }

  /** What was noted, in that order. */
  Map<String, Fault> all() {
    return Collections.unmodifiableMap(byField);
  }

  public boolean isAny() {
    return !byField.isEmpty();
  }

  /** Whether there is more than one thing to mend. */
  public boolean isSeveral() {
    return byField.size() > 1;
  }

  /** The texts of all faults by their fields, in that order, not escaped. */
  public Map<String, String> getByField() {
    Map<String, String> texts = new LinkedHashMap<>();
    byField.forEach((field, fault) -> texts.put(field, fault.text()));
    return texts;
  }

  /** The text beside the field, not escaped; null when nothing is wrong with it. */
  public String of(String field) {
    return byField.containsKey(field) ? byField.get(field).text() : null;
  }

  /** The path of the help about it; null when there is none, or nothing is wrong. */
  public String help(String field) {
    return byField.containsKey(field) ? byField.get(field).help() : null;
  }

  /** True for the first field with an error, which takes the focus. */
  public boolean first(String field) {
    return byField.keySet().stream().findFirst().filter(field::equals).isPresent();
  }
}
