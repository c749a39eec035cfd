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

  private final TestKeyForm form = TestKeyForm.of("the key");
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
    form.act = button;
    assertTrue(form.isSearch());
  }

  @Test
  void the_return_key_looks_for_keys_only_after_other_words_were_typed() {
    assertFalse(form.isSearch(), "no words before and none now");
    form.searched = "trading";
    form.words = " trading ";
    assertFalse(form.isSearch(), "the same words");
    form.words = "reports";
    assertTrue(form.isSearch());
    form.words = null;
    assertTrue(form.isSearch(), "they were taken away");
  }

  @Test
  void the_button_of_the_test_looks_for_no_keys_whatever_is_in_the_search() {
    form.act = "test";
    form.words = "reports";
    assertFalse(form.isSearch());
  }

  @Test
  void all_keys_are_offered_whatever_is_in_the_search() {
    form.words = "reports";
    assertEquals(KeySearch.of("reports", null), form.search());
    form.act = "all";
    assertEquals(KeySearch.of("", null), form.search());
  }

  @Test
  void fields_make_the_call_without_the_blanks_around_them() {
    form.function = " Balance ";
    form.body = " nonce=5 ";
    form.apiSign = " c2ln ";
    form.contentType = " application/json ";
    SignedCall call = form.read("public", ADDRESS, errors).orElseThrow();
    assertEquals("/0/private/Balance", call.path());
    assertEquals("nonce=5", new String(call.body(), StandardCharsets.UTF_8));
    assertEquals(Optional.of("c2ln"), call.apiSign());
    assertEquals(Optional.of("application/json"), call.contentType());
    assertEquals(Optional.of("public"), call.apiKey(), "the chosen key's");
    assertEquals(ADDRESS, call.callerAddress());
  }

  @Test
  void another_public_key_may_be_typed_and_headers_left_out() {
    form.function = "Balance";
    form.apiKey = " other ";
    form.apiSign = "  ";
    form.body = null;
    form.contentType = null;
    SignedCall call = form.read("public", ADDRESS, errors).orElseThrow();
    assertEquals(Optional.of("other"), call.apiKey());
    assertEquals(Optional.empty(), call.apiSign());
    assertEquals(Optional.empty(), call.contentType());
    assertEquals(0, call.body().length);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "Bal ance", "../Balance", "Balance?x=1"})
  void what_is_no_function_is_said_beside_its_field(String function) {
    form.function = function;
    assertEquals(Optional.empty(), form.read("public", ADDRESS, errors));
    assertEquals(Map.of("function", "test-key.function.missing"), noted);
  }

  @Test
  void a_pasted_request_goes_before_the_fields() {
    form.function = "Trades";
    form.request = "POST /0/private/Balance HTTP/1.1\nAPI-Key: pasted\n\nnonce=7";
    SignedCall call = form.read("public", ADDRESS, errors).orElseThrow();
    assertEquals("Balance", call.function());
    assertEquals(Optional.of("pasted"), call.apiKey());
    assertEquals(ADDRESS, call.callerAddress());
  }

  @Test
  void a_pasted_request_that_cannot_be_read_is_said_beside_its_field() {
    form.function = "Balance";
    form.request = "no request";
    assertEquals(Optional.empty(), form.read("public", ADDRESS, errors));
    assertEquals(Set.of("request"), noted.keySet());
  }

  @Test
  void it_shows_again_what_was_typed_and_nothing_for_what_was_not_sent() {
    form.request = "r";
    form.function = "f";
    form.body = "b";
    form.apiSign = "s";
    form.apiKey = "k";
    form.contentType = "c";
    assertEquals(List.of("the key", "r", "f", "b", "s", "k", "c"), shown());
    form.key = null;
    form.request = null;
    form.function = null;
    form.body = null;
    form.apiSign = null;
    form.apiKey = null;
    form.contentType = null;
    assertEquals(List.of("", "", "", "", "", "", ""), shown());
  }

  private List<String> shown() {
    return List.of(
        form.getKey(),
        form.getRequest(),
        form.getFunction(),
        form.getBody(),
        form.getApiSign(),
        form.getApiKey(),
        form.getContentType());
  }
}
