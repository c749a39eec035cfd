package org.doublelock.web.form;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.ws.rs.core.Response;
import java.io.Serializable;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.account.session.PersonEntered;

/**
 * What was wrong with a form, on the way back to the page that it stands on. A page that answered a
 * form itself could be neither reloaded nor gone back to: the browser would ask whether to send the
 * form again.
 */
@SessionScoped
public class RefusedForm implements Serializable {

  private static final long serialVersionUID = 1L;

  /** No field takes more; and a session, one of nobody above all, is to hold no more. */
  private static final int LONGEST_KEPT = 300;

  /** Of a whole form: more than fifty ranges of addresses and each action that can be ticked. */
  private static final int MOST_KEPT = 16_000;

  private Refusal refusal;

  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) PersonEntered event) {
    refusal = null;
  }

  /** Sends the browser back to the page, which is to {@link #recall} the errors. */
  public Response sendBack(String page, FieldErrors errors) {
    return sendBack(page, errors, Map.of());
  }

  /**
   * The same with what was typed or ticked and is to be shown again.
   *
   * @param page its path, and its query where it has one
   * @param kept by field; nothing secret, since it stays in the session until it is shown. A form
   *     that is larger than any of ours is not kept
   */
  public Response sendBack(String page, FieldErrors errors, Map<String, List<String>> kept) {
    keep(URI.create(page).getPath(), errors, kept);
    return Response.seeOther(URI.create(page)).build();
  }

  /**
   * The same with what was typed into one field.
   *
   * @param typed may be null; what is too long for any field is not kept
   */
  public Response sendBack(String page, FieldErrors errors, String field, String typed) {
    return sendBack(page, errors, bounded(field, typed));
  }

  /** What is kept of what was typed into one field: nothing where that is too long for any. */
  public static Map<String, List<String>> bounded(String field, String typed) {
    boolean kept = typed != null && typed.length() <= LONGEST_KEPT;
    return kept ? Map.of(field, List.of(typed)) : Map.of();
  }

  void keep(String path, FieldErrors errors, Map<String, List<String>> kept) {
    refusal = new Refusal(path, new LinkedHashMap<>(errors.all()), bounded(kept));
  }

  /** All of a form or nothing: one without a field would say that this was left empty. */
  private static LinkedHashMap<String, List<String>> bounded(Map<String, List<String>> kept) {
    long characters =
        kept.values().stream().flatMap(List::stream).mapToLong(each -> each.length() + 1).sum();
    return characters > MOST_KEPT ? new LinkedHashMap<>() : new LinkedHashMap<>(kept);
  }

  /** Notes the same as {@link #recall(String, FieldErrors)}, and gives what was kept of a field. */
  public String recall(String page, FieldErrors errors, String field) {
    return text(recall(page, errors), field);
  }

  /** What was kept of a field that takes one value; empty where nothing was. */
  public static String text(Map<String, List<String>> kept, String field) {
    return String.join("", kept.getOrDefault(field, List.of()));
  }

  /**
   * Notes, once, what was wrong with the form of this page.
   *
   * @param page its path
   * @return what was kept; nothing when there was no refusal
   */
  public Map<String, List<String>> recall(String page, FieldErrors errors) {
    if (refusal == null || !refusal.page().equals(page)) {
      return Map.of();
    }
    Refusal recalled = refusal;
    refusal = null;
    errors.addAll(recalled.errors());
    errors.keep(recalled.kept());
    return recalled.kept();
  }

  /** Serializable, as the session's contents travel between nodes. */
  private record Refusal(
      String page,
      LinkedHashMap<String, FieldErrors.Fault> errors,
      LinkedHashMap<String, List<String>> kept)
      implements Serializable {}
}
