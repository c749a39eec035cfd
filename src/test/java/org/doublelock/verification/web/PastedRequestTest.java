package org.doublelock.verification.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doublelock.verification.SignedCall;
import org.doublelock.verification.web.PastedRequest.Unreadable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is pasted is read as it would have been sent. */
class PastedRequestTest {

  @Test
  void reads_raw_http_with_a_browsers_line_ends() throws Unreadable {
    SignedCall call =
        read(
            "POST /0/private/Balance?x=1 HTTP/1.1\r\nHost: a.example\r\napi-key: K\r\n"
                + "API-SIGN:  S== \r\nContent-Type: application/json\r\n\r\n{\"nonce\":5}\r\n");
    assertEquals("/0/private/Balance", call.path());
    assertEquals("Balance", call.function());
    assertEquals(Optional.of("K"), call.apiKey());
    assertEquals(Optional.of("S=="), call.apiSign());
    assertEquals(Optional.of("application/json"), call.contentType());
    assertEquals("{\"nonce\":5}", body(call));
  }

  @Test
  void reads_a_curl_command_over_several_lines() throws Unreadable {
    SignedCall call =
        read(
            "curl -sS -X POST \\\r\n  -H 'API-Key: K' --header \"API-Sign: S\" \\\r\n"
                + " -d nonce=5 --data-urlencode 'pair=a b&c*~' -d\"x=\\\"1\\\"\""
                + " https://a.example:8443/0/private/AddOrder");
    assertEquals("/0/private/AddOrder", call.path());
    assertEquals(Optional.of("K"), call.apiKey());
    assertEquals(Optional.of("S"), call.apiSign());
    assertEquals("nonce=5&pair=a%20b%26c%2A~&x=\"1\"", body(call));
  }

  @Test
  void data_makes_a_curl_command_a_post_and_json_names_its_type() throws Unreadable {
    SignedCall call = read("curl --json '{\"nonce\":\"5\"}' --url http://a/0/private/Balance");
    assertEquals(Optional.of("application/json"), call.contentType());
    assertEquals("{\"nonce\":\"5\"}", body(call));
  }

  @Test
  void a_header_sent_twice_is_one_value() throws Unreadable {
    assertEquals(
        Optional.of("K,L"), read("POST /0/private/Balance\nAPI-Key: K\nAPI-Key: L").apiKey());
  }

  @Test
  @Tag("slow")
  void headers_of_no_server_are_not_read_and_newlines_at_the_end_are_nothing() throws Unreadable {
    String start = "POST /0/private/Balance\n";
    assertEquals(
        Optional.of("K".repeat(8_000)), read(start + "API-Key: " + "K".repeat(8_000)).apiKey());
    assertThrows(Unreadable.class, () -> read(start + "a:\n".repeat(10_000)));
    assertThrows(Unreadable.class, () -> read(start + "a: 1234\n".repeat(2_000)));
    String rows = "\n".repeat(20_000);
    assertEquals("x=1" + rows + "y", body(read(start + "\nx=1" + rows + "y" + rows)));
    assertEquals(
        20_000 * 4 - 1,
        body(read("curl http://a/0/private/Balance" + " -d a=1".repeat(20_000))).length());
  }

  @Test
  @Tag("slow")
  void long_runs_of_newlines_and_of_marks_are_read_once() {
    String rows = "x" + "\n".repeat(62_000) + "x";
    assertTimeout(Duration.ofSeconds(10), () -> assertThrows(Unreadable.class, () -> read(rows)));
    String marks = "iwr " + "\"`".repeat(31_000);
    assertTimeout(
        Duration.ofSeconds(10),
        () ->
            assertEquals(
                "test-key.request.quote",
                assertThrows(Unreadable.class, () -> read(marks)).getMessage()));
  }

  @Test
  void a_fetch_that_holds_odd_json_is_none() {
    for (String odd : List.of("1e99999999999", "1".repeat(1_200), "[".repeat(1_100))) {
      String call =
          "fetch(\"https://a/0/private/Balance\", {\"method\":\"POST\",\"x\":" + odd + "})";
      assertEquals(
          "test-key.request.fetch", assertThrows(Unreadable.class, () -> read(call)).getMessage());
    }
  }

  @Test
  void options_of_curl_that_change_nothing_that_is_signed_are_passed_over() throws Unreadable {
    SignedCall call =
        read(
            "curl 'https://a/0/private/Balance' -H 'API-Key: K' -b 'a=b' -u me:x -w '%{http_code}'"
                + " -xhttp://p --data-raw 'nonce=5'");
    assertEquals("/0/private/Balance", call.path());
    assertEquals("nonce=5", body(call));
  }

  @Test
  void says_that_curls_output_has_no_body() {
    assertEquals(
        "test-key.request.verbose",
        assertThrows(
                Unreadable.class,
                () -> read("> POST /0/private/Balance HTTP/1.1\n> Content-Length: 7\n>\n* done"))
            .getMessage());
  }

  private static void assertOrder(SignedCall call, String body) {
    assertEquals("/0/private/AddOrder", call.path());
    assertEquals(Optional.of("K+/="), call.apiKey());
    assertEquals(Optional.of("S=="), call.apiSign());
    assertEquals(body, body(call));
  }

  @Test
  void reads_what_a_browser_copies_for_the_windows_prompt() throws Unreadable {
    assertOrder(
        read(
            "curl ^\"https://a.example/0/private/AddOrder^\" ^\r\n"
                + "  -H ^\"API-Key: K+/=^\" ^\r\n  -H ^\"API-Sign: S==^\" ^\r\n"
                + "  --data-raw ^\"nonce=5^&pair=a^%^20b^&x=^\\^\"1^\\^\"^\""),
        "nonce=5&pair=a%20b&x=\"1\"");
    assertOrder(
        read(
            "curl \"https://a.example/0/private/AddOrder\" ^\n -H \"API-Key: K+/=\" ^\n"
                + " -H \"API-Sign: S==\" --data-raw \"nonce=5&pair=x\""),
        "nonce=5&pair=x");
  }

  @Test
  void reads_bashs_own_quotes() throws Unreadable {
    assertOrder(
        read(
            "$ curl 'https://a/0/private/AddOrder' -H $'API-Key: K+\\u002f=' -H 'API-Sign: S=='"
                + " --data-raw $'nonce=5&x=it\\'s\\x21\\n'"),
        "nonce=5&x=it's!\n");
  }

  @Test
  void reads_fetch_as_a_browser_copies_it() throws Unreadable {
    assertOrder(
        read(
            "await fetch(\"https://a.example/0/private/AddOrder\", {\n  \"headers\": {\n"
                + "    \"api-key\": \"K+/=\",\n    \"api-sign\": \"S==\"\n  },\n"
                + "  \"body\": \"nonce=5&x=\\\"1\\\"\",\n  \"method\": \"POST\",\n"
                + "  \"mode\": \"cors\"\n});"),
        "nonce=5&x=\"1\"");
  }

  @Test
  void reads_powershell_as_a_browser_copies_it() throws Unreadable {
    SignedCall call =
        read(
            "$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\r\n"
                + "$session.UserAgent = \"Mozilla\"\r\nInvoke-WebRequest -UseBasicParsing"
                + " -Uri \"https://a.example/0/private/AddOrder\" `\r\n-Method \"POST\" `\r\n"
                + "-WebSession $session `\r\n-Headers @{\r\n\"API-Key\"=\"K+/=\"\r\n"
                + "  \"API-Sign\"=\"S==\"\r\n} `\r\n-ContentType \"application/json\" `\r\n"
                + "-Body \"{`\"nonce`\":`\"5`\"}\"");
    assertOrder(call, "{\"nonce\":\"5\"}");
    assertEquals(Optional.of("application/json"), call.contentType());
    assertOrder(
        read(
            "irm https://a/0/private/AddOrder -Method Post -Headers @{'API-Key'='K+/=';"
                + " 'API-Sign'='S=='} -Body 'nonce=5'"),
        "nonce=5");
  }

  @Test
  void reads_httpie_and_writes_what_it_sends() throws Unreadable {
    String start = " POST a.example/0/private/AddOrder API-Key:K+/= API-Sign:S== nonce=5";
    SignedCall form = read("http --form" + start + " 'pair=a b' validate:=true");
    assertOrder(form, "nonce=5&pair=a+b&validate=true");
    assertEquals(
        Optional.of("application/x-www-form-urlencoded; charset=utf-8"), form.contentType());
    assertOrder(
        read("https" + start + " validate:=true"), "{\"nonce\": \"5\", \"validate\": true}");
    assertOrder(
        read("http :8080/0/private/AddOrder API-Key:K+/= API-Sign:S== --raw 'nonce=5'"), "nonce=5");
  }

  @Test
  void reads_what_curl_says_of_its_request() throws Unreadable {
    String said =
        "*   Trying 127.0.0.1:8080...\n> POST /0/private/AddOrder HTTP/1.1\n> Host: a\n"
            + "> API-Key: K+/=\n> API-Sign: S==\n";
    assertOrder(
        read(
            said
                + "> Content-Length: 7\n"
                + ">\n"
                + "nonce=5\n"
                + "* upload completely sent off\n"
                + "< HTTP/1.1 200 OK"),
        "nonce=5");
    assertOrder(
        read(
            "curl -v -d nonce=5 -H 'API-Key: K+/=' -H 'API-Sign: S==' http://a/0/private/AddOrder\n"
                + said),
        "nonce=5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "hello there general kenobi|unknown",
        "GET /0/private/Balance HTTP/1.1|method",
        "POST /0/public/Time HTTP/1.1|path",
        "POST /0/private/ HTTP/1.1|path",
        "curl -F nonce=5 http://a/0/private/Balance|form",
        "curl --form nonce=5 http://a/0/private/Balance|form",
        "http --multipart POST a/0/private/Balance nonce=5|form",
        "http POST a/0/private/Balance nonce@file|file",
        "http GET a/0/private/Balance|method",
        "fetch('http://a/0/private/Balance', {method: 'POST'})|fetch",
        "fetch(|fetch",
        "Invoke-WebRequest -Uri http://a/0/private/Balance|method",
        "Invoke-WebRequest -Method POST -Uri \"http://a/0/private/$name\"|variable",
        "curl ^\"http://a/0/private/Balance|quote",
        "curl $'http://a/0/private/Balance|quote",
        "curl http://a/0/private/Balance|method",
        "curl -d nonce=1|path",
        "curl -d 'nonce=1|quote",
        "curl -d \"nonce=$N\" http://a/0/private/Balance|variable",
        "curl -d @body http://a/0/private/Balance|file",
        "curl --data-urlencode a@body http://a/0/private/Balance|file",
        "curl -H API-Key -d a=1 http://a/0/private/Balance|header",
        "curl http://a/0/private/Balance -d|curl"
      })
  void says_what_is_wrong(String text, String fault) {
    Unreadable refused = assertThrows(Unreadable.class, () -> PastedRequest.parse(text));
    assertEquals("test-key.request." + fault, refused.getMessage());
  }

  private static SignedCall read(String text) throws Unreadable {
    return PastedRequest.parse(text).from("192.0.2.1");
  }

  private static String body(SignedCall call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }
}
