package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The files that pages are made of: sent packed, once, and never asked for again. */
@AcceptanceTest
@OnAnyDatabase
class StaticFilesIT {

  private static final Pattern ADDRESS = Pattern.compile("/(static/([0-9a-f]{16})/([^\"]+))");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void what_a_page_names_may_be_kept_for_good(RunningApp app) throws Exception {
    for (MatchResult file : files(app)) {
      HttpResponse<byte[]> answer = get(app, file.group(1));
      assertEquals(200, answer.statusCode(), file.group());
      assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"));
      assertEquals("Accept-Encoding", header(answer, "Vary"));
    }
  }

  @Test
  void it_is_sent_packed_to_whoever_takes_that(RunningApp app) throws Exception {
    for (MatchResult file : files(app)) {
      byte[] plain = get(app, file.group(1)).body();
      HttpResponse<byte[]> answer = get(app, file.group(1), "Accept-Encoding", "br, gzip;q=0.8");
      assertEquals("gzip", header(answer, "Content-Encoding"));
      assertArrayEquals(plain, unpacked(answer.body()));
      assertTrue(answer.body().length < plain.length);
      HttpResponse<byte[]> refusing = get(app, file.group(1), "Accept-Encoding", "gzip;q=0, *");
      assertEquals("", header(refusing, "Content-Encoding"));
    }
  }

  @Test
  void another_releases_pages_get_it_too_but_keep_nothing(RunningApp app) throws Exception {
    String path = files(app).get(0).group(3);
    for (String other : List.of("static/0123456789abcdef/" + path, "static/" + path)) {
      HttpResponse<byte[]> answer = get(app, other);
      assertEquals(200, answer.statusCode());
      assertEquals("no-cache", header(answer, "Cache-Control"));
      HttpResponse<byte[]> again = get(app, other, "If-None-Match", header(answer, "ETag"));
      assertEquals(304, again.statusCode());
    }
  }

  @Test
  void packed_and_plain_bytes_have_each_a_tag_and_each_is_known_again(RunningApp app)
      throws Exception {
    String path = files(app).get(0).group(1);
    String[] packing = {"Accept-Encoding", "gzip"};
    String plain = header(get(app, path), "ETag");
    String packed = header(get(app, path, packing), "ETag");
    assertNotEquals(plain, packed, "the bytes differ");
    for (String sent : List.of(packed, "W/" + packed, "\"other\", " + packed, "*")) {
      HttpResponse<byte[]> again = get(app, path, packing[0], packing[1], "If-None-Match", sent);
      assertEquals(304, again.statusCode(), sent);
      assertEquals(packed, header(again, "ETag"));
      assertEquals("Accept-Encoding", header(again, "Vary"));
    }
    assertEquals(304, get(app, path, "If-None-Match", plain).statusCode());
    assertEquals(200, get(app, path, "If-None-Match", packed).statusCode());
    assertEquals(200, get(app, path, packing[0], packing[1], "If-None-Match", plain).statusCode());
  }

  @Test
  void nothing_else_is_served(RunningApp app) throws Exception {
    for (String path :
        List.of(
            "static/",
            "static/themes/paper/theme.properties",
            "static/0123456789abcdef/",
            "static/0123456789abcdef/..%2f..%2fWEB-INF/web.xml")) {
      int status = get(app, path).statusCode();
      assertTrue(status == 404 || status == 400, path + ": " + status);
    }
  }

  private List<MatchResult> files(RunningApp app) throws Exception {
    String page = new String(get(app, "sign-in").body(), java.nio.charset.StandardCharsets.UTF_8);
    List<MatchResult> files = ADDRESS.matcher(page).results().toList();
    assertTrue(files.size() >= 5, "style sheets, script and logo");
    return files;
  }

  private HttpResponse<byte[]> get(RunningApp app, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(app.page(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return unpacking.readAllBytes();
    }
  }
}
