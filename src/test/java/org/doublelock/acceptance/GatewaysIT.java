package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each documented gateway in front of a real API: what reaches the API, and what does not. */
@OnAnyDatabase
@BeforeRelease
@ParameterizedClass
@EnumSource(Gateway.class)
class GatewaysIT extends LibraryBehindGateway {

  private static final int LONGEST = 64 * 1024;
  private static final String REFUSED =
      "HTTP/1.1 403 Forbidden\r\nContent-Length: 30\r\n\r\n{\"error\":[\"EAPI:Invalid key\"]}";

  @Test
  void a_genuine_call_reaches_the_api_with_who_calls_in_its_headers() {
    TestKey key = owner.createKey("Read books", "Lend books");
    ApiAnswer answer =
        call(key, "/v1/books")
            .with("shelf", "a b&c")
            .header("X-Doublelock-Account", "forged")
            .header("X-Doublelock-Permissions", "all-of-them")
            .header("X-Doublelock-Unlocked-Until", "forged")
            .header("X_Doublelock_Account", "forged")
            .header("Doublelock-Gateway", "forged")
            .send();
    assertEquals("", answer.error());
    Headers performed = library.onlyOne().headers();
    assertEquals(List.of("lend-books,read-books"), performed.get("X-Doublelock-Permissions"));
    assertEquals(List.of("ListBooks"), performed.get("X-Doublelock-Function"));
    UUID.fromString(onlyOne(performed.get("X-Doublelock-Account")));
    UUID.fromString(onlyOne(performed.get("X-Doublelock-Key")));
    assertEquals("POST /v1/books", what(library.onlyOne()));
    String all = performed.entrySet().toString();
    assertFalse(all.contains("forged"), all);
    assertFalse(performed.containsKey("Doublelock-Gateway"));
    assertFalse(performed.containsKey("API-Sign"));
  }

  private static String onlyOne(List<String> values) {
    assertEquals(1, values.size(), values.toString());
    return values.get(0);
  }

  private static String what(Library.Performed performed) {
    return performed.method() + " " + performed.target();
  }

  @Test
  void each_method_is_passed_on_with_the_body_as_it_was_sent() {
    for (String call :
        List.of("PUT /v1/books/17/loan", "PATCH /v1/books/17", "DELETE /v1/loans/17")) {
      library.forget();
      String[] parts = call.split(" ");
      String nonce = ApiClient.nextNonce();
      ApiClient.Call sent =
          call(lender, parts[1])
              .method(parts[0])
              .json(nonce, " {\r\n\t\"nonce\": " + nonce + ",\"title\":\"Het + 100% é 本\"}\n ");
      assertEquals("", sent.send().error(), call);
      assertEquals(call, what(library.onlyOne()));
      assertArrayEquals(sent.signedBody(), library.onlyOne().body());
    }
  }

  @Test
  void a_body_may_be_as_long_as_doublelock_reads_and_no_longer() throws IOException {
    RawCall longest = RawCall.of(reader, "/v1/books", "/v1/books", LONGEST).withLength(0);
    requirePerformed(longest);
    library.forget();
    for (int length : List.of(LONGEST + 1, 3 * LONGEST)) {
      RawCall tooLong = RawCall.of(reader, "/v1/books", "/v1/books", length);
      for (RawCall each : List.of(tooLong.withLength(0), tooLong.inChunks())) {
        // a gateway that ends the connection early may not be heard
        String answer = new RawHttp(running.base()).sendAsFarAsItGoes(each);
        assertFalse(answer.contains(PERFORMED), answer);
        assertEquals(List.of(), library.performed(), each.head());
      }
    }
  }

  @Test
  void half_a_body_is_not_a_call() throws IOException {
    RawHttp http = new RawHttp(running.base());
    RawCall call = RawCall.of(reader, "/v1/books", "/v1/books");
    http.sendAndHangUp(call.withLength(1));
    http.sendAndHangUp(call.inChunks().shortBy(5));
    // its nonce was not spent
    requirePerformed(call.withLength(0));
  }

  @Test
  void a_client_that_waits_to_be_told_to_send_its_body_is_told() throws IOException {
    RawCall call =
        RawCall.of(reader, "/v1/books", "/v1/books").with("Expect: 100-continue").withLength(0);
    String answer = new RawHttp(running.base()).sendWhenTold(call.head(), call.body());
    assertTrue(answer.contains(PERFORMED), answer);
    requireReached(call);
  }

  @Test
  void a_call_of_an_unlocked_key_passes_without_a_code_up_to_the_amount() {
    TestKey key = owner.createKey("Read books", "Lend books");
    Authenticator phone = owner.switchOnWithApp(key);
    assertEquals("EAPI:Invalid signature", lend(key).with("weeks", "1").send().error());
    String until =
        new ApiClient(doublelock.base())
            .call(key, "UnlockKey")
            .otp(phone.code())
            .with("minutes", "10")
            .with("actions", "LendBook")
            .with("address", "any")
            .with("amount", "3")
            .send()
            .result()
            .getString("unlocked_until");
    assertEquals("", lend(key).with("weeks", "2").send().error());
    assertEquals(
        Long.parseLong(until),
        Instant.parse(library.onlyOne().headers().getFirst("X-Doublelock-Unlocked-Until"))
            .getEpochSecond());
    assertEquals("EAPI:Invalid signature", lend(key).with("weeks", "2").send().error());
    assertEquals("EAPI:Invalid signature", call(key, "/v1/books").send().error());
    library.forget();
    assertEquals("", lend(key).with("weeks", "2").otp(phone.code()).send().error());
    assertFalse(library.onlyOne().headers().containsKey("X-Doublelock-Unlocked-Until"));
  }

  @Test
  void a_call_is_performed_once() {
    String nonce = ApiClient.nextNonce();
    assertEquals("", lend(lender).nonce(nonce).send().error());
    assertEquals("EAPI:Invalid nonce", lend(lender).nonce(nonce).send().error());
    library.onlyOne();
  }

  @Test
  void what_the_caller_may_not_do_is_answered_by_the_envelope_and_not_performed() {
    Map<String, Function<TestKey, ApiClient.Call>> refused =
        Map.of(
            "EGeneral:Permission denied",
            GatewaysIT::lend,
            "EGeneral:Unknown method",
            key -> call(key, "/v1/books/17/loan"),
            "EAPI:Invalid signature",
            key -> call(key, "/v1/books").tamperedBody("nonce=18446744073709551615"),
            "EAPI:Invalid nonce",
            key -> call(key, "/v1/books").without("nonce"),
            "EGeneral:Invalid arguments",
            key -> call(key, "/v1/books").sentTo("/v1/books?shelf=unsigned"),
            "EAPI:Invalid key",
            key -> call(key, "/v1/books").header("API-Key", "nobody's"));
    refused.forEach(
        (error, call) -> {
          ApiAnswer answer = call.apply(reader).send();
          assertEquals(error, answer.error());
          assertEquals(200, answer.status());
        });
    assertEquals(List.of(), library.performed());
  }

  @Test
  void other_methods_are_none_of_the_api() {
    for (String method : List.of("GET", "HEAD", "OPTIONS", "PROPFIND")) {
      assertEquals(405, call(reader, "/v1/books").method(method).send().status(), method);
    }
    assertEquals(List.of(), library.performed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/books/",
        "//v1/books",
        "/v1/./books",
        "/v1/x/../books",
        "/v1/%62ooks",
        "/v1/books;x=1",
        "/v1/books;jsessionid=a/17/loan",
        "/v1/books;jsessionidversion=a/17/loan",
        "/v1/books;jreplica=a/17/loan",
        "/v1/books;doublelock=a/17/loan",
        "/v1/books%3Bjreplica=a/17/loan",
        "/v1/loans,/v1/books",
        "/v1/loans?x=,/v1/books",
        "/v1/books#x",
        "/v1/books%",
        "/v1/books%zz",
        "/v1/books%00",
        "/doublelock",
        "/authz/v1/books",
        "/@api",
        "@api",
        "v1/books",
        "*"
      })
  void another_spelling_of_a_path_is_another_path(String spelling) throws IOException {
    requireRefused(RawCall.of(reader, spelling, spelling).withLength(0));
    requireRefused(RawCall.of(reader, spelling, "/v1/books").withLength(0));
  }

  @Test
  void what_an_api_may_read_otherwise_is_refused() throws IOException {
    RawCall form = RawCall.of(reader, "/v1/books", "/v1/books").withLength(0);
    requireRefused(form.with("Content-Encoding: gzip"));
    requireRefused(form.ofType("application/x-www-form-urlencoded; charset=ibm037"));
    requirePerformed(form.ofType("application/x-www-form-urlencoded; charset=\"UTF-8\""));
  }

  @Test
  void the_caller_takes_no_header_of_the_verdict_away() throws IOException {
    RawCall call = RawCall.of(reader, "/v1/books", "/v1/books").withLength(0);
    new RawHttp(running.base())
        .sendAsFarAsItGoes(
            call.with("Connection: close, X-Doublelock-Account, X-Doublelock-Permissions"));
    library
        .performed()
        .forEach(
            performed ->
                assertTrue(
                    performed
                        .headers()
                        .keySet()
                        .containsAll(List.of("X-doublelock-account", "X-doublelock-permissions"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"API-Key: x", "API-Sign: AAAA", "Content-Type: a/b"})
  void a_header_of_the_call_that_is_sent_twice_is_refused(String second) throws IOException {
    requireRefused(RawCall.of(reader, "/v1/books", "/v1/books").withLength(0).with(second));
  }

  @Test
  void a_key_with_a_second_factor_needs_it_here_as_well() {
    TestKey key = owner.createKey("Read books");
    Authenticator phone = owner.switchOnWithApp(key);
    ApiAnswer missing = call(key, "/v1/books").send();
    assertEquals("EAPI:Invalid signature", missing.error());
    assertEquals("otp-missing", missing.refusal().orElse(""));
    assertEquals("application/json", missing.headers().firstValue("Content-Type").orElse(""));
    ApiAnswer wrong = call(key, "/v1/books").otp(phone.wrongCode()).send();
    assertEquals("otp-wrong", wrong.refusal().orElse(""));
    assertEquals(List.of(), library.performed());
    assertEquals("", call(key, "/v1/books").otp(phone.code()).send().error());
    library.onlyOne();
  }

  @Test
  void nothing_is_let_through_while_nobody_can_be_asked() throws IOException {
    try (ListeningProgram alone = asking(AppProcess.freePort())) {
      requireUnavailable(alone);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX-Doublelock-Account:\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nX-Doublelock-Account: a\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: /\r\nX-Doublelock-Account: a\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 500 Broken\r\nX-Doublelock-Account: a\r\nContent-Length: 0\r\n\r\n",
        "no HTTP\r\n\r\n",
        ""
      })
  void an_answer_that_is_not_doublelocks_lets_nothing_through(String answer) throws IOException {
    try (Answering other = new Answering(REFUSED, answer);
        ListeningProgram alone = asking(other.port())) {
      assertEquals("EAPI:Invalid key", lendThrough(alone).error());
      requireUnavailable(alone);
      assertEquals(2, other.asked(), "each call is asked about once");
    }
  }
}
