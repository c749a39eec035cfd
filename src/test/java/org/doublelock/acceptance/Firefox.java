package org.doublelock.acceptance;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The distribution's Firefox, driven by WebDriver BiDi, which it speaks itself: Playwright drives
 * only one of its own making. Things are found by what a screen reader calls them.
 */
final class Firefox implements AutoCloseable {

  private static final Path NAMED_BY_THE_BUILD = Path.of("target", "firefox.path");
  private static final Duration TIMEOUT = Duration.ofSeconds(45);

  /** It asks nobody outside for anything, and nobody asks it. */
  private static final String QUIET =
      """
      user_pref("services.settings.server", "data:,#/v1");
      user_pref("network.captive-portal-service.enabled", false);
      user_pref("network.connectivity-service.enabled", false);
      user_pref("datareporting.policy.dataSubmissionEnabled", false);
      user_pref("toolkit.telemetry.enabled", false);
      user_pref("extensions.update.enabled", false);
      user_pref("app.update.enabled", false);
      user_pref("browser.safebrowsing.malware.enabled", false);
      user_pref("browser.safebrowsing.phishing.enabled", false);
      user_pref("signon.rememberSignons", false);
      user_pref("intl.accept_languages", "en-GB, en");
      """;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonObject> answers;
  private final String tab;
  private int asked;

  private Firefox(Process process, WebSocket socket, BlockingQueue<JsonObject> answers) {
    this.process = process;
    this.socket = socket;
    this.answers = answers;
    ask("session.new", Map.of("capabilities", Map.of()));
    JsonArray tabs = ask("browsingContext.getTree", Map.of()).getAsJsonArray("contexts");
    this.tab = tabs.get(0).getAsJsonObject().get("context").getAsString();
  }

  /**
   * Starts it without a window.
   *
   * @param folder empty; what it keeps goes there
   */
  static Firefox start(Path folder) throws IOException {
    Path profile = Files.createDirectories(folder.resolve("profile"));
    Files.writeString(profile.resolve("user.js"), QUIET);
    Path printed = folder.resolve("printed.log");
    Process process =
        new ProcessBuilder(
                Files.readString(NAMED_BY_THE_BUILD).strip(),
                "--headless",
                "--no-remote",
                "--profile",
                profile.toAbsolutePath().toString(),
                "--remote-debugging-port=0",
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    Path address = profile.resolve("WebDriverBiDiServer.json");
    String server = await(() -> portIn(address), () -> "no Firefox: " + read(printed));
    BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + server + "/session"), new Ear(answers))
            .join();
    return new Firefox(process, socket, answers);
  }

  void open(URI page) {
    ask(
        "browsingContext.navigate",
        Map.of("context", tab, "url", page.toString(), "wait", "complete"));
  }

  void expectHeading(String words) {
    await(
        () -> text("h1").filter(words::equals),
        () -> "no heading “" + words + "” but " + text("h1") + " at " + evaluate("location.href"));
  }

  /** Clicks what has that role and name, once it is there. */
  void click(String role, String name) {
    press(find(Map.of("role", role, "name", name), ""));
  }

  /** Clicks into the field of that name and types. A field for a password has no role. */
  void fill(String name, String text) {
    press(find(Map.of("name", name), "input"));
    List<Map<String, String>> keys =
        text.codePoints()
            .mapToObj(Character::toString)
            .flatMap(
                key ->
                    List.of(
                        Map.of("type", "keyDown", "value", key),
                        Map.of("type", "keyUp", "value", key))
                        .stream())
            .toList();
    act(Map.of("type", "key", "id", "keyboard", "actions", keys));
  }

  /** The text of the first element of that kind, without the blanks around it. */
  Optional<String> text(String selector) {
    JsonElement found =
        evaluate("document.querySelector('" + selector + "')?.textContent.trim() ?? ''");
    return Optional.of(found.getAsString()).filter(text -> !text.isEmpty());
  }

  JsonElement evaluate(String expression) {
    JsonObject answer =
        ask(
            "script.evaluate",
            Map.of(
                "expression", expression, "target", Map.of("context", tab), "awaitPromise", true));
    return answer.getAsJsonObject("result").get("value");
  }

  /** The first element that a screen reader would call so. */
  private JsonObject find(Map<String, String> called, String element) {
    Map<String, Object> locator = Map.of("type", "accessibility", "value", called);
    return await(
        () ->
            ask("browsingContext.locateNodes", Map.of("context", tab, "locator", locator))
                .getAsJsonArray("nodes")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .filter(node -> element.isEmpty() || localName(node).equals(element))
                .findFirst(),
        () -> "nothing is called " + called + " in " + text("body"));
  }

  private static String localName(JsonObject node) {
    return node.getAsJsonObject("value").get("localName").getAsString();
  }

  private void press(JsonObject node) {
    Map<String, String> element = Map.of("sharedId", node.get("sharedId").getAsString());
    ask(
        "script.callFunction",
        Map.of(
            "functionDeclaration",
            "element => element.scrollIntoView({ block: 'center', behavior: 'instant' })",
            "arguments",
            List.of(element),
            "target",
            Map.of("context", tab),
            "awaitPromise",
            false));
    Map<String, Object> origin = Map.of("type", "element", "element", element);
    List<Map<String, Object>> actions =
        List.of(
            Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", origin),
            Map.of("type", "pointerDown", "button", 0),
            Map.of("type", "pointerUp", "button", 0));
    act(Map.of("type", "pointer", "id", "mouse", "actions", actions));
  }

  private void act(Map<String, Object> source) {
    ask("input.performActions", Map.of("context", tab, "actions", List.of(source)));
  }

  /** Sends a command and waits for its answer; one that failed fails the test. */
  private JsonObject ask(String method, Map<String, Object> parameters) {
    int id = ++asked;
    socket
        .sendText(new Gson().toJson(Map.of("id", id, "method", method, "params", parameters)), true)
        .join();
    JsonObject answer = answerTo(id);
    if (answer.has("error")) {
      throw new AssertionError(method + ": " + answer);
    }
    return answer.getAsJsonObject("result");
  }

  private JsonObject answerTo(int id) {
    try {
      JsonObject said = answers.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      while (said != null && !(said.has("id") && said.get("id").getAsInt() == id)) {
        said = answers.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      }
      return Optional.ofNullable(said).orElseThrow(() -> new AssertionError("Firefox is silent"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <T> T await(Supplier<Optional<T>> asking, Supplier<String> failure) {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> found = asking.get();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError(failure.get());
  }

  private static Optional<String> portIn(Path address) {
    String written = read(address);
    return written.strip().endsWith("}")
        ? Optional.of(
            JsonParser.parseString(written).getAsJsonObject().get("ws_port").getAsString())
        : Optional.empty();
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process
        .onExit()
        .orTimeout(10, TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly())
        .join();
  }

  /** Puts together what comes in pieces. */
  private static final class Ear implements WebSocket.Listener {

    private final BlockingQueue<JsonObject> heard;
    private final StringBuilder pieces = new StringBuilder();

    Ear(BlockingQueue<JsonObject> heard) {
      this.heard = heard;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
      pieces.append(piece);
      if (last) {
        heard.add(JsonParser.parseString(pieces.toString()).getAsJsonObject());
        pieces.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
