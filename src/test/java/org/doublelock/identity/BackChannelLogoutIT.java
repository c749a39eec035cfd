package org.doublelock.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.acceptance.RunningApp;
import org.junit.jupiter.api.Test;

/** What the provider is answered that says who was signed out there. */
class BackChannelLogoutIT {

  private final HttpClient client =
      HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

  @Test
  void each_answer_says_whether_to_try_again() throws Exception {
    try (ProviderOfTheTest provider = new ProviderOfTheTest()) {
      Map<String, String> settings = new HashMap<>(provider.settings());
      settings.put("doublelock.public-url", ProviderOfTheTest.SITE.toString());
      try (RunningApp app = RunningApp.startedWith(settings)) {
        String token = provider.signed(provider.notice(claims -> claims));
        assertEquals(200, send(app, form(token)).statusCode());
        assertEquals(200, send(app, form(token)).statusCode(), "once more");
        String wrong = provider.signed(provider.notice(claims -> claims.audience("another")));
        for (String refused : List.of("", "other=1", form(""), form("nonsense"), form(wrong))) {
          HttpResponse<String> answer = send(app, refused);
          assertEquals(400, answer.statusCode(), refused);
          assertTrue(answer.body().contains("invalid_request"), answer.body());
          assertEquals(List.of(), answer.headers().allValues("Set-Cookie"), "no session");
        }
        provider.key = SignedTokens.newKey();
        provider.keysAway = true;
        String unknown = provider.signed(provider.notice(claims -> claims));
        HttpResponse<String> later = send(app, form(unknown));
        assertEquals(503, later.statusCode());
        assertTrue(later.headers().firstValue("Retry-After").isPresent());
      }
    }
  }

  @Test
  void without_a_provider_there_is_no_such_address() throws Exception {
    assertEquals(404, send(RunningApp.shared(), form("nonsense")).statusCode());
  }

  private HttpResponse<String> send(RunningApp app, String form)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(app.page("/back-channel-logout"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String form(String token) {
    return "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }
}
