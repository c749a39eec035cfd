package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private static RawHttp http;
  private static TestKey key;

  @BeforeAll
  static void create_a_key(Owner owner, RunningApp app) {
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

  private static void assertPerformed(String response) {
    assertTrue(response.startsWith("HTTP/1.1 200"), response);
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
    Signed call = Signed.call();
    assertPerformed(
        http.sendWhenTold(
            "POST "
                + PATH
                + " HTTP/1.1\n"
                + call.headers()
                + "\nContent-Type: application/x-www-form-urlencoded\nExpect: 100-continue"
                + call.length(),
            call.body()));
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
  void a_key_header_sent_twice_is_refused() throws IOException {
    Signed call = Signed.call();
    String answer =
        http.send(
            "POST " + PATH + " HTTP/1.1\nAPI-Key: x\n" + call.headers() + call.length(),
            call.body());
    assertEquals("{\"error\":[\"EAPI:Invalid key\"]}", RawHttp.bodyOf(answer).strip());
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
}
