package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;

/** Calls of one key, written byte for byte, and what they come to. */
abstract class OddCalls {

  static final String PATH = "/0/private/Balance";

  static RunningApp app;
  static RawHttp http;
  static TestKey key;

  @BeforeAll
  static void create_a_key(Owner owner, RunningApp shared) {
    app = shared;
    http = new RawHttp(app.base());
    key = owner.createKey("Query funds");
  }

  /** A signed call, as header lines and a body. */
  record Signed(String headers, String body) {

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
  static void assertPerformed(String response) {
    assertTrue(response.startsWith("HTTP/1.1 200"), response);
    assertEquals(0, response.lastIndexOf("HTTP/1.1 "), response);
    assertTrue(response.contains("{\"error\":[],\"result\":{"), response);
  }

  static void assertRefused(String error, String response) {
    assertTrue(response.startsWith("HTTP/1.1 200"), response);
    assertEquals("{\"error\":[\"" + error + "\"]}", RawHttp.bodyOf(response).strip());
  }

  static final String FORM = "Content-Type: application/x-www-form-urlencoded";
}
