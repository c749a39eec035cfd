package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What real programs were seen to send that HTTP libraries hide. */
@AcceptanceTest
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
      String nonce = ApiClient.nextNonce();
      String body = "nonce=" + nonce;
      String signature =
          ApiClient.sign(key.secret(), PATH, nonce, body.getBytes(StandardCharsets.US_ASCII));
      return new Signed("API-Key: " + key.publicKey() + "\nAPI-Sign: " + signature, body);
    }

    String length() {
      return "\nContent-Length: " + body.length();
    }
  }

  private static void assertPerformed(String response) {
    assertTrue(response.startsWith("HTTP/1.1 200"), response);
    assertTrue(response.contains("{\"error\":[],\"result\":{"), response);
  }

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
}
