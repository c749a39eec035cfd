package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.EveryFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API, as programs made for such descriptions read it. */
@AcceptanceTest
@OnAnyDatabase
class DescribedApiIT {

  @Test
  void redocly_finds_nothing_to_say(RunningApp app, @TempDir Path folder) throws Exception {
    Description.of(app).writeTo(folder.resolve("openapi.json"));
    String said = lint(folder);
    assertTrue(said.contains("Your API description is valid"), said);
    assertFalse(said.contains("You have"), said);
  }

  private static String lint(Path folder) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("env", "REDOCLY_TELEMETRY=off", "CI=true", "NO_COLOR=1"));
    command.addAll(Description.tool("@redocly/cli/bin/cli.js"));
    command.addAll(List.of("lint", "openapi.json", "--extends=recommended"));
    return Program.run(folder.toString(), command).output();
  }

  /** Prism lets through what is described, in both directions, and refuses all else. */
  @Test
  void prism_lets_every_call_and_every_answer_through(
      Owner owner, RunningApp app, @TempDir Path folder) throws Exception {
    Description description = Description.of(app);
    TestKey key = owner.createKey();
    TestKey locked = owner.createKey();
    Authenticator codes = owner.switchOnWithApp(locked);
    try (ListeningProgram prism = prism(description, app, folder)) {
      URI base = URI.create("http://127.0.0.1:" + prism.port() + "/");
      ApiClient api = new ApiClient(base);
      EveryFunction.Way inJson =
          (name, arguments) -> inJson(api, key, description, name, arguments);
      EveryFunction.Way asForm =
          (name, arguments) ->
              description.takesForm(name)
                  ? result(form(api, key, name, arguments))
                  : inJson.call(name, arguments);
      Set<String> called = new TreeSet<>(EveryFunction.called(inJson, asForm));
      called.addAll(EveryFunction.called(asForm, inJson));
      called.addAll(locksAndUnlocks(api, locked, codes));
      called.add(fetchesFile(owner, api, key));
      assertEquals(new TreeSet<>(description.functions()), called);
      asksInPublic(base);

      ApiAnswer wrong = form(api, key, "Balance", "nonce", "soon");
      assertTrue(wrong.text().contains("nonce"), "it does look: " + wrong.text());
      assertEquals(422, wrong.status());
    }
  }

  private static ListeningProgram prism(Description description, RunningApp app, Path folder)
      throws IOException {
    description.writeTo(folder.resolve("openapi.json"));
    int port = AppProcess.freePort();
    List<String> command = new ArrayList<>(Description.tool("@stoplight/prism-cli/dist/index.js"));
    command.addAll(List.of("proxy", "--errors", "--host", "127.0.0.1", "--port", "" + port));
    command.add(folder.resolve("openapi.json").toString());
    command.add(app.base().toString().replaceAll("/$", ""));
    return ListeningProgram.start(command, port, folder);
  }

  private static ApiAnswer form(
      ApiClient api, TestKey key, String function, String... namesAndValues) {
    ApiClient.Call call = api.call(key, function);
    arguments(namesAndValues).forEach(call::with);
    return call.send();
  }

  private static JsonValue inJson(
      ApiClient api,
      TestKey key,
      Description description,
      String function,
      String... namesAndValues) {
    String nonce = ApiClient.nextNonce();
    JsonObject body = description.body(function, Long.parseLong(nonce), arguments(namesAndValues));
    return result(api.call(key, function).json(nonce, body.toString()).send());
  }

  private static Map<String, String> arguments(String... namesAndValues) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      arguments.put(namesAndValues[at], namesAndValues[at + 1]);
    }
    return arguments;
  }

  private static JsonValue result(ApiAnswer answer) {
    assertEquals(200, answer.status(), answer::text);
    assertEquals(Optional.empty(), answer.headers().firstValue("sl-violations"));
    if (!answer.error().isEmpty()) {
      throw new FunctionFailure(answer.error());
    }
    return answer.json().get("result");
  }

  private static Set<String> locksAndUnlocks(ApiClient api, TestKey key, Authenticator codes) {
    ApiAnswer refused = form(api, key, "UnlockKey", "minutes", "5");
    assertEquals(200, refused.status(), refused::text);
    assertEquals(Optional.of("otp-missing"), refused.refusal());
    result(
        form(
            api,
            key,
            "UnlockKey",
            "minutes",
            "5",
            "otp",
            codes.code(),
            "actions",
            "AddOrder,GetApiKeyInfo",
            "amount",
            "10"));
    result(form(api, key, "GetApiKeyInfo"));
    result(form(api, key, "LockKey"));
    return Set.of("UnlockKey", "LockKey");
  }

  private static String fetchesFile(Owner owner, ApiClient api, TestKey key) {
    String id =
        result(form(api, key, "AddExport", "report", "ledgers", "description", "all of it"))
            .asJsonObject()
            .getString("id");
    owner
        .page()
        .waitForCondition(
            () ->
                result(form(api, key, "ExportStatus", "report", "ledgers"))
                    .asJsonArray()
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .filter(file -> file.getString("id").equals(id))
                    .anyMatch(file -> file.getString("status").equals("Processed")));
    ApiAnswer file = form(api, key, "RetrieveExport", "id", id);
    assertEquals(200, file.status(), file::text);
    assertTrue(file.text().startsWith("PK"), "a zip");
    assertEquals("EQuery:Unknown report", form(api, key, "RetrieveExport", "id", "E").error());
    result(form(api, key, "RemoveExport", "id", id, "type", "delete"));
    return "RetrieveExport";
  }

  private static void asksInPublic(URI base) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (String question :
        List.of(
            "Time",
            "SystemStatus",
            "Assets?asset=XBT,ZUSD",
            "AssetPairs",
            "AssetPairs?info=margin",
            "Ticker",
            "Ticker?pair=XBTUSD,ETHUSD",
            "OHLC?pair=XBTUSD&interval=5",
            "Depth?pair=XBTUSD&count=2",
            "Trades?pair=XBTUSD&count=2",
            "Spread?pair=XBTUSD")) {
      URI place = base.resolve("0/public/" + question);
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofString());
      result(new ApiAnswer(answer.statusCode(), answer.headers(), answer.body()));
    }
    HttpRequest posted =
        HttpRequest.newBuilder(base.resolve("0/public/Ticker"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"pair\":[\"XBTUSD\"]}"))
            .build();
    HttpResponse<String> answer = http.send(posted, HttpResponse.BodyHandlers.ofString());
    result(new ApiAnswer(answer.statusCode(), answer.headers(), answer.body()));
  }
}
