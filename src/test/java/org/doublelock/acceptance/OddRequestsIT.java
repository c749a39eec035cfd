package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real programs were seen to send that HTTP libraries hide. */
@AcceptanceTest
@OnAnyDatabase
class OddRequestsIT {

  private static final String PATH = "/0/private/Balance";

  private static RunningApp app;
  private static RawHttp http;
  private static TestKey key;

  @BeforeAll
  static void create_a_key(Owner owner, RunningApp shared) {
    app = shared;
    http = new RawHttp(app.base());
    key = owner.createKey("Query funds");
  }

  /** A signed call, as header lines and a body. */
  private record Signed(String headers, String body) {

    static Signed call() {
      return call("");
    }

    /** With more behind the nonce. */
    static Signed call(String more) {
      String nonce = ApiClient.nextNonce();
      return of(key, PATH, nonce, "nonce=" + nonce + more);
    }

    static Signed of(TestKey key, String path, String nonce, String body) {
      String signature =
          ApiClient.sign(key.secret(), path, nonce, body.getBytes(StandardCharsets.US_ASCII));
      return new Signed("API-Key: " + key.publicKey() + "\nAPI-Sign: " + signature, body);
    }

    Signed with(String header) {
      return new Signed(headers + "\n" + header, body);
    }

    String send() throws IOException {
      return sendTo(PATH);
    }

    String sendTo(String target) throws IOException {
      return http.send("POST " + target + " HTTP/1.1\n" + headers + length(), body);
    }

    String length() {
      return "\nContent-Length: " + body.length();
    }
  }

  /** By one response: what follows it on a connection would be taken for that to the next call. */
  private static void assertPerformed(String response) {
    assertTrue(response.startsWith("HTTP/1.1 200"), response);
    assertEquals(0, response.lastIndexOf("HTTP/1.1 "), response);
    assertTrue(response.contains("{\"error\":[],\"result\":{"), response);
  }

  private static void assertRefused(String error, String response) {
    assertTrue(response.startsWith("HTTP/1.1 200"), response);
    assertEquals("{\"error\":[\"" + error + "\"]}", RawHttp.bodyOf(response).strip());
  }

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

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

  /** Whichever path was signed, the one sent or the one it might lead to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/0/private/Balance;x=1",
        "/0/private;x=1/Balance",
        "/0;x=1/private/Balance",
        "/0/private/Balance/",
        "/0/private/Balance//",
        "//0/private/Balance",
        "/0//private/Balance",
        "/0/private//Balance",
        "/./0/private/Balance",
        "/0/private/./Balance",
        "/0/private/x/../Balance",
        "/0/public/../private/Balance",
        "/static/../0/private/Balance",
        "/0/%70rivate/Balance",
        "/%30/private/Balance",
        "/0/private/%42alance",
        "/0%2fprivate/Balance",
        "/0/private%2fBalance",
        "/0/private/Balance%2f",
        "/0/private/Balance%20",
        "/0/private/Balance%00",
        "/0/private/Balance%3bx=1",
        "/0/private/%2e/Balance",
        "/0/private/x/%2e%2e/Balance",
        "/0\\private\\Balance",
        "/0/private\\Balance",
        "/0/Private/Balance",
        "/0/private/balance",
        "/0/private/Balance.json",
        "0/private/Balance"
      })
  void no_other_spelling_of_the_path_leads_to_the_function(String target) throws IOException {
    for (String signed : List.of(PATH, target)) {
      String nonce = ApiClient.nextNonce();
      String answer = Signed.of(key, signed, nonce, "nonce=" + nonce).with(FORM).sendTo(target);
      assertTrue(isRefused(answer) || isNoRequestToTheServer(target, answer), answer);
    }
  }

  /** With its error, as no page that there is, or as a page for which one signs in. */
  private static boolean isRefused(String answer) {
    return answer.startsWith("HTTP/1.1 4")
        || answer.startsWith("HTTP/1.1 200") && answer.contains("{\"error\":[\"E")
        || answer.startsWith("HTTP/1.1 303") && answer.contains("Location: /sign-in?");
  }

  /** WildFly has no better word for a target that is no path. */
  private static boolean isNoRequestToTheServer(String target, String answer) {
    return !target.startsWith("/") && answer.startsWith("HTTP/1.1 500");
  }

  @Test
  void a_target_with_scheme_and_host_is_the_same_path() throws IOException {
    assertPerformed(Signed.call().sendTo(http.absolute(PATH)));
  }

  /** Neither by the application, which is not reached, nor with a word of the server's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%",
        "/%4",
        "/%zz",
        "/0/private/Balance%",
        "/0/private/Balance%zz",
        "/authz/v1/%zz"
      })
  void a_path_with_a_broken_escape_is_refused_by_the_server(String target) throws IOException {
    String answer = Signed.call().sendTo(target);
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertNothingOfTheServer(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", ":80", "a b", "a/b", "u@a", "[::1", "a,b", "a\r\nHost: b"})
  void a_host_that_is_none_is_refused_by_the_server(String host) throws IOException {
    for (String path : List.of("/", PATH, "/authz/v1")) {
      String answer =
          http.sendExactly(
              "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      if (isLeftToTheApplication(answer)) {
        continue;
      }
      assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
      assertNothingOfTheServer(answer);
    }
  }

  /** By WildFly; it does not go by the host. */
  private static boolean isLeftToTheApplication(String answer) {
    return TestServer.configured() == TestServer.WILDFLY && answer.contains("X-Request-Id: ");
  }

  private static void assertNothingOfTheServer(String answer) {
    assertEquals("", RawHttp.bodyOf(answer).replaceFirst("^0\r\n", "").strip(), answer);
    for (String word : List.of("Server:", "X-Powered-By", "Payara", "Grizzly", "GlassFish")) {
      assertFalse(answer.contains(word), answer);
    }
  }

  /** Whatever follows it would pass a proxy that reads HTTP/1.1 unseen. */
  @Test
  void cleartext_http_2_is_not_spoken() throws IOException {
    Signed call = Signed.call().with(FORM).with("HTTP2-Settings: AAMAAABkAAQAAP__");
    String answer =
        http.headAfter(
            "POST "
                + PATH
                + " HTTP/1.1\r\nHost: a\r\n"
                + call.with("Upgrade: h2c\nConnection: Upgrade, HTTP2-Settings")
                    .headers()
                    .replace("\n", "\r\n")
                + call.length().replace("\n", "\r\n")
                + "\r\n\r\n"
                + call.body());
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertFalse(answer.contains("Upgrade"), answer);

    String known = http.sendExactly("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    assertTrue(known.isEmpty() || known.startsWith("HTTP/1.1 "), known);
    assertFalse(known.startsWith("HTTP/1.1 2"), known);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: a/b, c/d",
        "Content-Type: a",
        "Content-Type: a/b; charset",
        "Content-Type: application/json, application/x-www-form-urlencoded"
      })
  void a_type_that_nobody_can_read_is_refused_in_the_envelope(String header) throws IOException {
    assertRefused("EGeneral:Invalid arguments", Signed.call().with(header).send());
    assertRefused("EGeneral:Invalid arguments", postTo("/0/public/Time", header));
    for (String path : List.of("/0", "/0/", "/0/nothing", "/0/openapi.json", "/authz/v1")) {
      assertEnveloped(postTo(path, header));
    }
  }

  @Test
  void an_empty_type_is_none() throws IOException {
    assertPerformed(Signed.call().with("Content-Type:").send());
    assertPerformed(Signed.call().with("Content-Type: ;").send());
    assertPerformed(postTo("/0/public/Time", "Content-Type: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: ;",
        "Accept: a",
        "Accept: image/png",
        "Accept-Language: ;;",
        "If-Match: x"
      })
  void an_api_answers_in_the_envelope_whatever_is_asked_for(String header) throws IOException {
    assertPerformed(Signed.call().with(header).send());
    for (String path : List.of("/0", "/0/nothing", "/0/public/Nothing", "/authz/v1")) {
      assertEnveloped(postTo(path, header));
    }
  }

  private static String postTo(String path, String header) throws IOException {
    return http.send("POST " + path + " HTTP/1.1\n" + header + "\nContent-Length: 0", "");
  }

  private static void assertEnveloped(String answer) {
    assertTrue(answer.contains("{\"error\":[\"EGeneral:"), answer);
    assertTrue(answer.contains("Content-Type: application/json"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health/",
        "//health",
        "/health;x=1",
        "/%68ealth",
        "/x/../health",
        "/health/ready/",
        "/health//ready",
        "/health/ready;x=1",
        "/%68ealth/ready",
        "/health/%72eady",
        "/./health/ready",
        "/health/no-such-check"
      })
  void the_servers_health_is_asked_for_in_no_other_spelling(String target) throws IOException {
    String answer = http.send("GET " + target + " HTTP/1.1", "");
    assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    assertFalse(answer.contains("\"checks\""), answer);
    assertTrue(http.send("GET /health/ready HTTP/1.1", "").startsWith("HTTP/1.1 200"));
  }
}
