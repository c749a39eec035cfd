package org.doublelock.verification.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doublelock.apikey.KeySearch;
import org.doublelock.verification.SignedCall;
import org.doublelock.web.form.FieldErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed is one call, or a search for another key. */
class TestKeyFormTest {

  private static final String ADDRESS = "192.0.2.7";

  private final Map<String, List<String>> sent = new HashMap<>(Map.of("key", List.of("the key")));
  private final Map<String, String> noted = new HashMap<>();

  /** Notes which text would be drawn, without a page to draw it on. */
  private final FieldErrors errors =
      new FieldErrors() {
        @Override
        public void add(String field, String messageKey, Object... arguments) {
          noted.put(field, messageKey);
        }
      };

  @ParameterizedTest
  @ValueSource(strings = {"search", "all"})
  void a_button_of_the_search_looks_for_keys(String button) {
    sent.put("act", List.of(button));
    assertTrue(form().isSearch());
  }

  @Test
  void the_return_key_looks_for_keys_only_after_other_words_were_typed() {
    assertFalse(form().isSearch(), "no words before and none now");
    sent.put("searched", List.of("trading"));
    sent.put("q", List.of(" trading "));
    assertFalse(form().isSearch(), "the same words");
    sent.put("q", List.of("reports"));
    assertTrue(form().isSearch());
    sent.remove("q");
    assertTrue(form().isSearch(), "they were taken away");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT /v1/books/17/loan", "POST /v1/books", "curl -X PUT https://a/v1/b"})
  void of_a_call_to_an_api_behind_a_gateway_it_says_where_else_to_look(String call) {
    sent.put("request", List.of(call));
    assertEquals(Optional.empty(), form().read("public", ADDRESS, true, errors));
    assertEquals(Map.of("request", "test-key.request.elsewhere"), noted);
    form().read("public", ADDRESS, false, errors);
    assertFalse(noted.containsValue("test-key.request.elsewhere"), "where there is no gateway");
  }

  @Test
  void what_cannot_be_read_at_all_is_said_as_before_where_there_is_a_gateway() {
    sent.put("request", List.of("hello"));
    form().read("public", ADDRESS, true, errors);
    assertEquals(Map.of("request", "test-key.request.unknown"), noted);
  }

  @Test
  void the_button_of_the_test_looks_for_no_keys_whatever_is_in_the_search() {
    sent.put("act", List.of("test"));
    sent.put("q", List.of("reports"));
    assertFalse(form().isSearch());
  }

  @Test
  void all_keys_are_offered_whatever_is_in_the_search() {
    sent.put("q", List.of("reports"));
    assertEquals(KeySearch.of("reports", null), form().search());
    sent.put("act", List.of("all"));
    assertEquals(KeySearch.of("", null), form().search());
  }

  @Test
  void fields_make_the_call_without_the_blanks_around_them() {
    sent.put("function", List.of(" Balance "));
    sent.put("body", List.of(" nonce=5 "));
    sent.put("apiSign", List.of(" c2ln "));
    sent.put("contentType", List.of(" application/json "));
    SignedCall call = form().read("public", ADDRESS, false, errors).orElseThrow();
    assertEquals("/0/private/Balance", call.path());
    assertEquals("nonce=5", new String(call.body(), StandardCharsets.UTF_8));
    assertEquals(Optional.of("c2ln"), call.apiSign());
    assertEquals(Optional.of("application/json"), call.contentType());
    assertEquals(Optional.of("public"), call.apiKey(), "the chosen key's");
    assertEquals(ADDRESS, call.callerAddress());
  }

  @Test
  void another_public_key_may_be_typed_and_headers_left_out() {
    sent.put("function", List.of("Balance"));
    sent.put("apiKey", List.of(" other "));
    sent.put("apiSign", List.of("  "));
    sent.remove("body");
    sent.remove("contentType");
    SignedCall call = form().read("public", ADDRESS, false, errors).orElseThrow();
    assertEquals(Optional.of("other"), call.apiKey());
    assertEquals(Optional.empty(), call.apiSign());
    assertEquals(Optional.empty(), call.contentType());
    assertEquals(0, call.body().length);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "Bal ance", "../Balance", "Balance?x=1"})
  void what_is_no_function_is_said_beside_its_field(String function) {
    sent.put("function", Stream.ofNullable(function).toList());
    assertEquals(Optional.empty(), form().read("public", ADDRESS, false, errors));
    assertEquals(Map.of("function", "test-key.function.missing"), noted);
  }

  @Test
  void a_pasted_request_goes_before_the_fields() {
    sent.put("function", List.of("Trades"));
    sent.put("request", List.of("POST /0/private/Balance HTTP/1.1\nAPI-Key: pasted\n\nnonce=7"));
    SignedCall call = form().read("public", ADDRESS, false, errors).orElseThrow();
    assertEquals("Balance", call.function());
    assertEquals(Optional.of("pasted"), call.apiKey());
    assertEquals(ADDRESS, call.callerAddress());
  }

  @Test
  void a_pasted_request_that_cannot_be_read_is_said_beside_its_field() {
    sent.put("function", List.of("Balance"));
    sent.put("request", List.of("no request"));
    assertEquals(Optional.empty(), form().read("public", ADDRESS, false, errors));
    assertEquals(Set.of("request"), noted.keySet());
  }

  @Test
  void it_shows_again_what_was_typed_and_nothing_for_what_was_not_sent() {
    sent.put("request", List.of("r"));
    sent.put("function", List.of("f"));
    sent.put("body", List.of("b"));
    sent.put("apiSign", List.of("s"));
    sent.put("apiKey", List.of("k"));
    sent.put("contentType", List.of("c"));
    assertEquals(List.of("the key", "r", "f", "b", "s", "k", "c"), shown());
    sent.remove("key");
    sent.remove("request");
    sent.remove("function");
    sent.remove("body");
    sent.remove("apiSign");
    sent.remove("apiKey");
    sent.remove("contentType");
    assertEquals(List.of("", "", "", "", "", "", ""), shown());
  }

  private List<String> shown() {
    return Stream.of("key", "request", "function", "body", "apiSign", "apiKey", "contentType")
        .map(form()::text)
        .toList();
  }

  private TestKeyForm form() {
    return new TestKeyForm(sent);
  }
}
