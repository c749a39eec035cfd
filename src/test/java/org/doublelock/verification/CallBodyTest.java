package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body as a form, and what holds for each. */
class CallBodyTest {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=utf-8",
        "Application/X-WWW-Form-Urlencoded ;charset=ISO-8859-1",
        "",
        " "
      })
  void a_form_is_read_under_its_content_type_or_none(String contentType) {
    byte[] body = bytes("nonce=1&type=buy");
    assertEquals(
        Map.of("nonce", "1", "type", "buy"),
        CallBody.parse(Optional.of(contentType), body).orElseThrow().fields());
    assertEquals(
        Map.of("nonce", "1", "type", "buy"),
        CallBody.parse(Optional.empty(), body).orElseThrow().fields());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/xml",
        "application/jsonp",
        "application/json, application/x-www-form-urlencoded"
      })
  void any_other_type_is_refused(String contentType) {
    assertEquals(Optional.empty(), CallBody.parse(Optional.of(contentType), bytes("nonce=1")));
  }

  @Test
  void a_plus_and_a_percent_20_are_blanks_and_a_percent_2b_is_a_plus() {
    assertEquals(
        Map.of("a", "one two", "b", "one two", "c", "1+1", "d e", "é=&"),
        form("a=one+two&b=one%20two&c=1%2B1&d+e=%C3%A9%3d%26"));
  }

  @Test
  void fields_without_a_value_and_empty_pairs_do_no_harm() {
    assertEquals(Map.of("a", "", "b", "", "c", "1=2"), form("&&a&b=&&c=1=2&"));
    assertEquals(Map.of(), form(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%2",
        "a=%zz",
        "a=%-1",
        "%4",
        "a=%C3%28",
        "a=%FF",
        "a=% 1&b=2",
        "a=%2&0=1"
      })
  void a_malformed_escape_is_refused(String body) {
    assertEquals(Optional.empty(), CallBody.parse(Optional.of(FORM), bytes(body)));
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    byte[] latin = "a=é".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(Optional.empty(), CallBody.parse(Optional.of(FORM), latin));
    byte[] quoted = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(Optional.empty(), CallBody.parse(Optional.of(JSON), quoted));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonce=1&nonce=2",
        "nonce=1&nonce=1",
        "nonce=&nonce=1",
        "nonce&nonce=1",
        "nonce=1&%6eonce=2",
        "%6E%6F%6E%63%65=1&nonce=2",
        "otp=1&nonce=1&otp=2",
        "otp=1&nonce=1&%6ftp=",
        "nonce=1&otp&otp=123456"
      })
  void a_form_with_two_nonces_or_codes_is_refused(String body) {
    assertEquals(Optional.empty(), CallBody.parse(Optional.of(FORM), bytes(body)));
  }

  @Test
  void of_other_repeated_fields_the_last_one_counts() {
    assertEquals(Map.of("a", "2"), form("a=1&a=2"));
    assertEquals(Optional.of(Map.of("a", "2")), json("{'a':1,'a':2}").map(CallBody::fields));
  }

  @Test
  void sixty_four_kib_are_read_and_not_one_byte_more() {
    String full = "nonce=1&a=" + "x".repeat(CallBody.MAX_BYTES - 10);
    assertEquals(CallBody.MAX_BYTES, full.length());
    assertEquals(
        Optional.of("1"), CallBody.parse(Optional.of(FORM), bytes(full)).flatMap(CallBody::nonce));
    assertEquals(Optional.empty(), CallBody.parse(Optional.of(FORM), bytes(full + "x")));
  }

  @Test
  void a_thousand_values_are_read_and_not_one_more() {
    for (String pair : List.of("a=1&", "a&", "%61=&")) {
      assertEquals(1, form(pair.repeat(1_000)).size());
      assertEquals(Optional.empty(), CallBody.parse(Optional.of(FORM), bytes(pair.repeat(1_001))));
    }
    for (String value : List.of("1", "null", "[]", "{}", "''")) {
      // the list itself is a value too
      String list = "{'a':[" + value + ("," + value).repeat(998);
      assertEquals(Optional.of(true), json(list + "]}").map(read -> read.fields().size() <= 1));
      assertEquals(Optional.empty(), json(list + "," + value + "]}"));
    }
    String names = "{'a':1" + ",'a':2".repeat(999);
    assertEquals(Optional.of(Map.of("a", "2")), json(names + "}").map(CallBody::fields));
    assertEquals(Optional.empty(), json(names + ",'a':null}"));
  }

  @Test
  void a_name_has_128_characters_at_most_with_what_it_stands_in() {
    String longest = "n".repeat(128);
    assertEquals(Map.of(longest, "1"), form(longest + "=1"));
    assertEquals(Optional.empty(), CallBody.parse(Optional.of(FORM), bytes(longest + "n=1")));
    assertEquals(Optional.of(1), json("{'" + longest + "':1}").map(read -> read.fields().size()));
    assertEquals(Optional.empty(), json("{'" + longest + "n':1}"));
    String outer = "n".repeat(60);
    String inner = "m".repeat(66);
    assertEquals(
        Optional.of(Map.of(outer + "[" + inner + "]", "1")),
        json("{'" + outer + "':{'" + inner + "':1}}").map(CallBody::fields));
    assertEquals(Optional.empty(), json("{'" + outer + "':{'m" + inner + "':1}}"));
    assertEquals(Optional.empty(), json("{'" + longest + "':[{'a':1}]}"));
    assertEquals(Optional.empty(), json("{'" + longest + "':[[]]}"));
  }

  @Test
  void no_more_is_kept_than_a_body_may_have() {
    String outer = "n".repeat(120);
    String wide = "{'" + outer + "':{'a':1" + ",'b':2".repeat(500) + "}}";
    assertEquals(
        Optional.of(Map.of(outer + "[a]", "1", outer + "[b]", "2")),
        json(wide).map(CallBody::fields));
    assertEquals(Optional.empty(), json(wide.replace(",'b':2}", ",'b':2".repeat(100) + "}")));
  }

  @Test
  void nonce_and_code_are_no_arguments() {
    CallBody body = CallBody.parse(Optional.of(FORM), bytes("otp=1&b=2&nonce=3&a=4")).orElseThrow();
    assertEquals(List.of("b", "a"), List.copyOf(body.arguments().keySet()));
    assertEquals(Optional.of("1"), body.otp());
    assertEquals(Optional.of("3"), body.nonce());
  }

  @Test
  void shows_no_values() {
    CallBody body = CallBody.parse(Optional.of(FORM), bytes("nonce=1&otp=hunter2")).orElseThrow();
    assertFalse(body.toString().contains("hunter2"));
  }

  @Property
  void any_bytes_are_read_or_refused(@ForAll @Size(max = 200) byte[] body, @ForAll boolean json) {
    CallBody.parse(Optional.of(json ? JSON : FORM), body);
  }

  @Property
  void a_form_as_the_jdk_writes_it_is_read_back(
      @ForAll("texts") String name, @ForAll("texts") String value) {
    String body = encode("x" + name) + "=" + encode(value);
    assertEquals(Map.of("x" + name, value), form(body));
    assertEquals(Map.of("x" + name, value), form(body.replace("+", "%20")));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(20)
        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> form(String body) {
    return CallBody.parse(Optional.of(FORM), bytes(body)).orElseThrow().fields();
  }

  private static Optional<CallBody> json(String body) {
    return CallBody.parse(Optional.of(JSON), bytes(body.replace('\'', '"')));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
