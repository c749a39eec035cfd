package org.doublelock.verification.web;

import jakarta.ws.rs.FormParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.apikey.KeySearch;
import org.doublelock.verification.SignedCall;
import org.doublelock.web.form.FieldErrors;
import org.doublelock.web.form.RefusedForm;

/** What was typed or pasted to be tested, kept so that it can be shown again. */
public class TestKeyForm {

  @FormParam("key")
  String key = "";

  @FormParam("request")
  String request = "";

  @FormParam("function")
  String function = "";

  @FormParam("body")
  String body = "";

  @FormParam("apiSign")
  String apiSign = "";

  @FormParam("apiKey")
  String apiKey = "";

  @FormParam("contentType")
  String contentType = "";

  @FormParam("q")
  String words = "";

  /** The words that the keys on offer were looked for with. */
  @FormParam("searched")
  String searched = "";

  /** The button that was pressed; empty for the return key in a field. */
  @FormParam("act")
  String act = "";

  static TestKeyForm of(String key) {
    TestKeyForm form = new TestKeyForm();
    form.key = key;
    return form;
  }

  /** A form as it was typed, by its fields; a field that is missing was empty. */
  static TestKeyForm typed(Map<String, List<String>> fields) {
    TestKeyForm form = new TestKeyForm();
    form.key = RefusedForm.text(fields, "key");
    form.request = RefusedForm.text(fields, "request");
    form.function = RefusedForm.text(fields, "function");
    form.body = RefusedForm.text(fields, "body");
    form.apiSign = RefusedForm.text(fields, "apiSign");
    form.apiKey = RefusedForm.text(fields, "apiKey");
    form.contentType = RefusedForm.text(fields, "contentType");
    form.words = RefusedForm.text(fields, "q");
    return form;
  }

  /**
   * Whether a key is looked for: by a button, or by the return key after other words were typed.
   */
  boolean isSearch() {
    return switch (text(act)) {
      case "search", "all" -> true;
      case "" -> !text(words).strip().equals(text(searched));
      default -> false;
    };
  }

  /** Which keys are offered. */
  KeySearch search() {
    return KeySearch.of("all".equals(act) ? "" : words, null);
  }

  /** Reads the call; what is wrong is noted beside its field, and then nothing is returned. */
  Optional<SignedCall> read(String publicKey, String address, FieldErrors errors) {
    try {
      if (!text(request).isBlank()) {
        return Optional.of(PastedRequest.parse(request).from(address));
      }
    } catch (PastedRequest.Unreadable unreadable) {
      errors.add("request", unreadable.getMessage());
      return Optional.empty();
    }
    if (!text(function).strip().matches("[A-Za-z0-9]+(/[A-Za-z0-9]+)?")) {
      errors.add("function", "test-key.function.missing");
      return Optional.empty();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("api-key", text(apiKey).isBlank() ? publicKey : apiKey.strip());
    put(headers, "api-sign", apiSign);
    put(headers, "content-type", contentType);
    return Optional.of(
        new PastedRequest("/0/private/" + function.strip(), headers, text(body).strip())
            .from(address));
  }

  private static void put(Map<String, String> headers, String name, String value) {
    if (!text(value).isBlank()) {
      headers.put(name, value.strip());
    }
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  public String getKey() {
    return text(key);
  }

  public String getRequest() {
    return text(request);
  }

  public String getFunction() {
    return text(function);
  }

  public String getBody() {
    return text(body);
  }

  public String getApiSign() {
    return text(apiSign);
  }

  public String getApiKey() {
    return text(apiKey);
  }

  public String getContentType() {
    return text(contentType);
  }
}
