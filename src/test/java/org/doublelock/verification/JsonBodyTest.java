package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body in JSON. */
class JsonBodyTest {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json; charset=utf-8", "Application/JSON", " application/json"})
  void json_is_read_under_its_content_type(String contentType) {
    assertEquals(
        Map.of("nonce", "1"),
        CallBody.parse(Optional.of(contentType), bytes("{\"nonce\":1}")).orElseThrow().fields());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'nonce':1,'nonce':2}",
        "{'nonce':1,'nonce':'1'}",
        "{'nonce':'1','n\\u006fnce':'2'}",
        "{'\\u006e\\u006f\\u006e\\u0063\\u0065':'1','nonce':'2'}",
        "{'nonce':1,'otp':'1','otp':'2'}",
        "{'nonce':1,'otp':null,'otp':'123456'}",
        "{'nonce':1,'otp':'123456','otp':null}",
        "{'nonce':1,'otp':{'a':'1'},'otp':'123456'}",
        "{'nonce':1,'otp':[],'otp':'123456'}",
        "{'nonce':null,'nonce':1}",
        "{'nonce':{},'nonce':1}"
      })
  void json_with_two_nonces_or_codes_is_refused(String body) {
    assertEquals(Optional.empty(), json(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9007199254740993", "18446744073709551615", "1", "0", "1e9", "1.50", "-0"})
  void a_number_keeps_the_text_it_was_written_in(String number) {
    assertEquals(Optional.of(number), json("{'nonce':" + number + "}").flatMap(CallBody::nonce));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "[null]", "[[]]", "[{}]", "{'value':null}", "''"})
  void a_field_that_holds_nothing_is_there_without_text(String value) {
    assertEquals(
        Map.of("nonce", "5", "amount", ""),
        json("{'nonce':'5','amount':" + value + "}").orElseThrow().fields());
  }

  @Test
  void objects_and_lists_are_flattened() {
    assertEquals(
        Map.of(
            "nonce", "5",
            "close[price]", "1",
            "close[deep][er]", "x",
            "flags", "post,fcib",
            "orders[0][type]", "buy",
            "orders[1][type]", "sell",
            "yes", "true",
            "no", "false",
            "empty", ""),
        json("{'nonce':'5','close':{'price':1,'deep':{'er':'x'}},'flags':['post',null,'fcib'],"
                + "'orders':[{'type':'buy'},{'type':'sell'}],'yes':true,'no':false,'none':null,'empty':[]}")
            .orElseThrow()
            .fields());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':{'nonce':'1'}}",
        "{'':{'nonce':'1'}}",
        "{'':{'':{'nonce':'1'}}}",
        "{'a':[{'nonce':'1'}]}",
        "{'':[{'nonce':'1'}]}",
        "{'nonce':null}",
        "{}"
      })
  void a_nested_nonce_is_no_nonce(String body) {
    CallBody read = json(body).orElseThrow();
    assertEquals(Optional.empty(), read.nonce());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'':{'otp':'123456'}}", "{'otp':null}", "{'otp':''}", "{'otp':{'a':'1'}}"})
  void a_nested_or_empty_code_is_missing(String body) {
    assertEquals(Optional.empty(), json(body).orElseThrow().otp());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "'text'",
        "[]",
        "[{'nonce':1}]",
        "{",
        "{'a'",
        "{'a':}",
        "{'a':1,}",
        "{'a':01}",
        "{a:1}",
        "{'a':1}{'nonce':2}",
        "{'a':1} x",
        "{'a':1}]",
        "{'a':NaN}",
        "{'a':'\\x'}",
        "{'a':'\\u12'}",
        "{'a':tru}",
        "nonce=1"
      })
  void what_is_no_single_json_object_is_refused(String body) {
    assertEquals(Optional.empty(), json(body));
  }

  @Test
  void white_space_around_the_object_is_nothing() {
    assertEquals(Optional.of("1"), json(" \n{'nonce':1}\r\n ").flatMap(CallBody::nonce));
  }

  @Test
  void nesting_is_bounded() {
    assertEquals(Optional.empty(), json("{'a':" + "[".repeat(9) + "]".repeat(9) + "}"));
    assertEquals(
        Optional.of("1"), json("{'nonce':1,'a':{'b':{'c':{'d':1}}}}").flatMap(CallBody::nonce));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"a\":[", "[{\"\":"})
  void the_deepest_nesting_that_fits_exhausts_no_stack(String opening) {
    String deep = "{\"a\":" + opening.repeat((CallBody.MAX_BYTES - 5) / opening.length());
    assertEquals(Optional.empty(), CallBody.parse(Optional.of(JSON), bytes(deep)));
  }

  @Test
  void a_number_as_long_as_the_body_takes_no_time() {
    String number = "9".repeat(CallBody.MAX_BYTES - 10);
    assertEquals(Optional.of(number), json("{'nonce':" + number + "}").flatMap(CallBody::nonce));
    assertEquals(
        Optional.of("1e999999999"), json("{'nonce':1e999999999}").flatMap(CallBody::nonce));
  }

  @Property
  void any_text_of_json_marks_is_read_or_refused(
      @ForAll @CharRange(from = '!', to = '~') @StringLength(max = 40) String inner) {
    CallBody.parse(Optional.of(JSON), bytes("{" + inner + "}"));
    CallBody.parse(Optional.of(JSON), bytes("{\"a\":" + inner + "}"));
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
