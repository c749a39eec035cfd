package org.doublelock.web.form;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.web.LocalPath;

/**
 * What a session that ended would have taken with it: the form that was sent too late. It waits
 * until its person has signed in again, and is shown to them to be sent anew. Nothing secret is
 * kept, and nobody else is shown it.
 */
@Named("endedSession")
@SessionScoped
public class EndedSession implements Serializable {

  /** The hidden fields that say where a form stands, and whose it is. */
  static final String PAGE = "_page";

  static final String WHO = "_who";

  /** Passwords, codes, passkeys' answers, and signed requests that hold any of these. */
  static final Set<String> SECRET =
      Set.of(
          "password",
          "repeated",
          "current",
          "confirmation",
          "code",
          "passkey",
          "credential",
          "request",
          "body",
          "apiSign",
          "kept"); // what is said of codes that are gone

  private static final long serialVersionUID = 1L;

  /** Characters of a whole form: a session, one of nobody above all, is to hold no more. */
  private static final int LONGEST_KEPT = 4_000;

  /** Of all fields together: each one costs more than its characters. None of ours has as many. */
  static final int MAX_VALUES = 250;

  /** Characters: no user name has more. */
  private static final int LONGEST_WHO = 64;

  private boolean ended;
  private Form form;

  /**
   * A form on its way through the sign-in.
   *
   * @param page where it stands, path and query
   * @param who the user name of whoever it was shown to; empty when it does not say, or says what
   *     cannot be one
   * @param fields what was typed or ticked, by field
   * @param whole false when it was too long, or had too many fields, to be kept
   */
  public record Form(
      String page, String who, LinkedHashMap<String, List<String>> fields, boolean whole)
      implements Serializable {}

  /** Notes that somebody was signed in here and is no more. */
  public void note() {
    ended = true;
  }

  /** Notes the form of a request that came too late. */
  public void noteForm(HttpServletRequest late) {
    note(SentForm.of(late).sent());
  }

  /** Notes a form that came too late. */
  void note(Map<String, List<String>> sent) {
    ended = true;
    formOf(sent).ifPresent(one -> form = one);
  }

  /**
   * The form that was sent, without what is secret; empty where it does not say where it stands.
   */
  public static Optional<Form> formOf(Map<String, List<String>> sent) {
    LinkedHashMap<String, List<String>> fields = new LinkedHashMap<>(sent);
    fields.keySet().removeIf(name -> name.startsWith("_") || SECRET.contains(name));
    boolean whole = number(fields) <= MAX_VALUES && length(fields) <= LONGEST_KEPT;
    return first(sent, PAGE)
        .flatMap(LocalPath::parse)
        .map(
            page ->
                new Form(
                    page.uri().toString(),
                    first(sent, WHO).filter(EndedSession::canBeWho).orElse(""),
                    whole ? fields : new LinkedHashMap<>(),
                    whole));
  }

  /** Whether the person is to be told so, which is done once. */
  public boolean takeEnded() {
    boolean taken = ended;
    ended = false;
    return taken;
  }

  /** Whether a form waits. */
  public boolean isFormKept() {
    return form != null;
  }

  /** The form that waits, for whom it is; for anybody else it is dropped. */
  public Optional<Form> takeFor(String who) {
    Optional<Form> taken = Optional.ofNullable(form).filter(kept -> kept.who().equals(who));
    form = null;
    ended = false;
    return taken;
  }

  private static Optional<String> first(Map<String, List<String>> sent, String field) {
    return sent.getOrDefault(field, List.of()).stream().findFirst();
  }

  private static boolean canBeWho(String sent) {
    return sent.codePointCount(0, sent.length()) <= LONGEST_WHO;
  }

  private static int number(Map<String, List<String>> fields) {
    return fields.values().stream().mapToInt(List::size).sum();
  }

  private static int length(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .mapToInt(
            field ->
                field.getKey().length()
                    + field.getValue().stream().mapToInt(value -> value.length() + 1).sum())
        .sum();
  }
}
