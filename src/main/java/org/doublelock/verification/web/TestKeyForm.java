package org.doublelock.verification.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.KeySearch;
import org.doublelock.verification.SignedCall;
import org.doublelock.web.form.FieldErrors;
import org.doublelock.web.form.TypedForm;

/** What was typed or pasted to be tested, or to find the key that it is tested with. */
public class TestKeyForm extends TypedForm {

  /** What is said of calls that are none of a private function. */
  private static final Set<String> OTHER_CALLS =
      Set.of("test-key.request.method", "test-key.request.path");

  /**
   * {@code act} is the button that was pressed, and {@code searched} the words that the keys on
   * offer were looked for with.
   */
  private static final Set<String> FIELDS =
      Set.of(
          "key",
          "request",
          "function",
          "body",
          "apiSign",
          "apiKey",
          "contentType",
          "q",
          "searched",
          "act");

  TestKeyForm(Map<String, List<String>> sent) {
    super(sent, FIELDS);
  }

  /**
   * Whether a key is looked for: by a button, or by the return key after other words were typed.
   */
  boolean isSearch() {
    return switch (text("act")) {
      case "search", "all" -> true;
      case "" -> !text("q").strip().equals(text("searched"));
      default -> false;
    };
  }

  /** Which keys are offered. */
  KeySearch search() {
    return KeySearch.of(text("act").equals("all") ? "" : text("q"), null);
  }

  /**
   * Reads the call; what is wrong is noted beside its field, and then nothing is returned.
   *
   * @param elsewhere whether there are functions behind a gateway, which are not tested here
   */
  Optional<SignedCall> read(
      String publicKey, String address, boolean elsewhere, FieldErrors errors) {
    try {
      if (!text("request").isBlank()) {
        return Optional.of(PastedRequest.parse(text("request")).from(address));
      }
    } catch (PastedRequest.Unreadable unreadable) {
      boolean ofAnotherApi = elsewhere && OTHER_CALLS.contains(unreadable.getMessage());
      errors.add("request", ofAnotherApi ? "test-key.request.elsewhere" : unreadable.getMessage());
      return Optional.empty();
    }
    String function = text("function").strip();
    if (!function.matches("[A-Za-z0-9]+(/[A-Za-z0-9]+)?")) {
      errors.add("function", "test-key.function.missing");
      return Optional.empty();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("api-key", text("apiKey").isBlank() ? publicKey : text("apiKey").strip());
    put(headers, "api-sign", text("apiSign"));
    put(headers, "content-type", text("contentType"));
    return Optional.of(
        new PastedRequest("/0/private/" + function, headers, text("body").strip()).from(address));
  }

  private static void put(Map<String, String> headers, String name, String value) {
    if (!value.isBlank()) {
      headers.put(name, value.strip());
    }
  }
}
