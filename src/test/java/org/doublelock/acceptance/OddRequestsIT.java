package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real programs were seen to send that HTTP libraries hide. */
@AcceptanceTest
@OnAnyDatabase
class OddRequestsIT extends OddCalls {

  @Test
  void a_body_in_chunks() throws IOException {
    Signed call = Signed.call();
    assertPerformed(
        http.send(
            "POST " + PATH + " HTTP/1.1\n" + call.headers() + "\nTransfer-Encoding: chunked",
            RawHttp.chunked(call.body(), 5)));
  }

  @Test
  void a_body_that_waits_to_be_asked_for() throws IOException {
    Signed call = Signed.call().with(FORM).with("Expect: 100-continue");
    String head = "POST " + PATH + " HTTP/1.1\n" + call.headers();
    assertPerformed(http.sendWhenTold(head + call.length(), call.body()));

    Signed chunked = Signed.call().with(FORM).with("Expect: 100-continue");
    assertPerformed(
        http.sendWhenTold(
            "POST " + PATH + " HTTP/1.1\n" + chunked.headers() + "\nTransfer-Encoding: chunked",
            RawHttp.chunked(chunked.body(), 5)));
  }

  @Test
  void no_content_type_and_no_user_agent() throws IOException {
    Signed call = Signed.call();
    assertPerformed(
        http.send("POST " + PATH + " HTTP/1.1\n" + call.headers() + call.length(), call.body()));
  }

  @Test
  void header_names_in_any_case() throws IOException {
    Signed call = Signed.call();
    String headers = call.headers().replace("API-Key", "api-key").replace("API-Sign", "aPi-SIGN");
    assertPerformed(
        http.send("POST " + PATH + " HTTP/1.1\n" + headers + call.length(), call.body()));
  }

  @Test
  void a_header_of_the_call_sent_twice_is_refused() throws IOException {
    Signed call = Signed.call();
    assertRefused(
        "EAPI:Invalid key", new Signed("API-Key: x\n" + call.headers(), call.body()).send());
    assertRefused("EAPI:Invalid signature", Signed.call().with("API-Sign: AAAA").send());
    assertRefused(
        "EGeneral:Invalid arguments", Signed.call().with(FORM).with("Content-Type: a/b").send());
  }

  @Test
  void a_body_in_chunks_beyond_the_limit_is_refused() throws IOException {
    Signed call = Signed.call("&filler=" + "x".repeat(64 * 1024)).with(FORM);
    assertRefused(
        "EGeneral:Invalid arguments",
        http.send(
            "POST " + PATH + " HTTP/1.1\n" + call.headers() + "\nTransfer-Encoding: chunked",
            RawHttp.chunked(call.body(), 8192)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "application/json", "text/plain"})
  void a_body_beyond_the_limit_is_answered_before_the_rest_of_it_is_sent(String type)
      throws IOException {
    String request =
        "POST "
            + PATH
            + " HTTP/1.1\n"
            + Signed.call().with("Content-Type: " + type).headers()
            + "\nContent-Length: 1000000000\n\n"
            + "x".repeat(64 * 1024 + 1);
    assertRefused("EGeneral:Invalid arguments", http.sendOnOneConnection(List.of(request)).get(0));
  }

  @Test
  void fifty_calls_on_one_connection() throws IOException {
    List<String> requests = new ArrayList<>();
    for (int call = 0; call < 50; call++) {
      Signed signed = Signed.call().with(FORM);
      requests.add(
          "POST "
              + PATH
              + " HTTP/1.1\n"
              + signed.headers()
              + signed.length()
              + "\n\n"
              + signed.body());
    }
    List<String> responses = http.sendOnOneConnection(requests);
    assertEquals(50, responses.size());
    responses.forEach(OddRequestsIT::assertPerformed);
  }

  @Test
  void nonces_of_clocks_that_count_ever_smaller_parts_of_a_second(Owner owner) throws IOException {
    TestKey own = owner.createKey("Query funds");
    String milliseconds = String.valueOf(System.currentTimeMillis());
    for (String finer : List.of("", "000", "00000", "000000")) {
      String nonce = milliseconds + finer;
      assertPerformed(Signed.of(own, PATH, nonce, "nonce=" + nonce).send());
    }
  }

  @Test
  void nonces_in_json_that_a_double_would_round(Owner owner) throws IOException {
    TestKey own = owner.createKey("Query funds");
    for (String nonce : List.of("9007199254740992", "9007199254740993", "18446744073709551615")) {
      assertPerformed(
          Signed.of(own, PATH, nonce, "{\"nonce\":" + nonce + "}")
              .with("Content-Type: application/json; charset=utf-8")
              .send());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "%20", " "})
  void blanks_in_each_spelling(String blank, Owner owner) throws IOException {
    TestKey own = owner.createKey("Query funds");
    String password = "seven quiet otters rowing";
    owner.switchOnWithPassword(own, password);
    String nonce = ApiClient.nextNonce();
    String body = "otp=" + password.replace(" ", blank) + "&nonce=" + nonce;
    assertPerformed(Signed.of(own, PATH, nonce, body).with(FORM).send());
  }

  @ParameterizedTest
  @ValueSource(strings = {"&client=1.2&a[]=&&b", "&_method=DELETE", "&method=GET", "&nonce2=7"})
  void fields_that_the_function_does_not_know(String more) throws IOException {
    assertPerformed(Signed.call(more).with(FORM).send());
  }

  @Test
  void a_charset_that_nobody_knows() throws IOException {
    assertPerformed(Signed.call().with(FORM + "; charset=no-such-thing").send());
  }

  @ParameterizedTest
  @ValueSource(strings = {"&otp=100% sure", "&a=%", "&a=%zz", "&%=1", "&a=%FF"})
  void an_escape_that_is_none_is_refused_like_any_other_call(String more) throws IOException {
    assertRefused("EGeneral:Invalid arguments", Signed.call(more).with(FORM).send());
  }

  @Test
  void a_form_in_parts_is_refused() throws IOException {
    String nonce = ApiClient.nextNonce();
    String body =
        "--part\r\nContent-Disposition: form-data; name=\"nonce\"\r\n\r\n"
            + nonce
            + "\r\n--part--\r\n";
    assertRefused(
        "EGeneral:Invalid arguments",
        Signed.of(key, PATH, nonce, body)
            .with("Content-Type: multipart/form-data; boundary=part")
            .send());
  }

  /**
   * It asks for HTTP/2 with each first call on a connection, the body in the same breath; or it
   * waits to be asked for a body whose length it does not know.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void javas_own_client_is_answered_by_what_it_falls_back_to(boolean waits) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    for (int round = 0; round < 3; round++) {
      String nonce = ApiClient.nextNonce();
      byte[] body = ("nonce=" + nonce).getBytes(StandardCharsets.US_ASCII);
      HttpRequest.BodyPublisher sent =
          waits
              ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
              : HttpRequest.BodyPublishers.ofByteArray(body);
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(app.page(PATH.substring(1)))
                  .timeout(Duration.ofSeconds(20))
                  .expectContinue(waits)
                  .header("API-Key", key.publicKey())
                  .header("API-Sign", ApiClient.sign(key.secret(), PATH, nonce, body))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(sent)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
      assertTrue(answer.body().startsWith("{\"error\":[],\"result\""), answer.body());
    }
  }

  @Test
  void a_wish_for_another_protocol_is_ignored() throws IOException {
    for (String wish : List.of("h2c", "websocket", "no-such-thing")) {
      Signed call = Signed.call().with(FORM).with("Upgrade: " + wish);
      assertPerformed(
          http.sendOnOneConnection(
                  List.of(
                      "POST "
                          + PATH
                          + " HTTP/1.1\n"
                          + call.with("Connection: Upgrade").headers()
                          + call.length()
                          + "\n\n"
                          + call.body()))
              .get(0));
    }
  }
}
