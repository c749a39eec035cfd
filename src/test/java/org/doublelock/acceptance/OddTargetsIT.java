package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets, hosts, protocols and types that nobody should be led astray by. */
@AcceptanceTest
@OnAnyDatabase
class OddTargetsIT extends OddCalls {

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

  /** Else it would take the rest of such a body for another request. */
  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip, chunked"})
  void a_body_that_ends_where_not_all_agree_is_refused_and_the_connection_closed(String coding)
      throws IOException {
    Signed call = Signed.call().with("Transfer-Encoding: " + coding);
    String answer =
        http.send(
            "POST " + PATH + " HTTP/1.1\n" + call.headers() + "\nConnection: keep-alive",
            RawHttp.chunked(call.body(), 5));
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertNothingOfTheServer(answer);
  }
}
