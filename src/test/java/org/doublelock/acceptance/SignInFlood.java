package org.doublelock.acceptance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many unknown browsers that sign in with made-up names again and again, until they are told to
 * stop.
 */
final class SignInFlood implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final URI base;
  private final String language;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Queue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();

  /**
   * Begins.
   *
   * @param language what their browsers ask for
   */
  SignInFlood(URI base, int strangers, String language) {
    this.base = base;
    this.language = language;
    this.threads = Executors.newFixedThreadPool(strangers);
    for (int stranger = 0; stranger < strangers; stranger++) {
      String name = "made-up-" + stranger;
      running.add(threads.submit(() -> signInAgainAndAgain(name)));
    }
  }

  private Void signInAgainAndAgain(String name) throws IOException, InterruptedException {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpRequest page = asked("sign-in").build();
    Matcher token = TOKEN.matcher("");
    while (!over.get() && !token.reset().find()) {
      token.reset(browser.send(page, HttpResponse.BodyHandlers.ofString()).body());
    }
    for (int turn = 0; !over.get(); turn++) {
      String form =
          "_csrf=%s&userName=%s-%d&password=a+guess"
              .formatted(URLEncoder.encode(token.group(1), StandardCharsets.UTF_8), name, turn);
      HttpRequest signIn =
          asked("sign-in")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build();
      answers.add(browser.send(signIn, HttpResponse.BodyHandlers.ofString()));
    }
    return null;
  }

  private HttpRequest.Builder asked(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Accept-Language", language);
  }

  /** Waits until so many of the answers are like that. */
  void await(int number, Predicate<HttpResponse<String>> like) {
    while (answers.stream().filter(like).count() < number) {
      for (Future<?> stranger : running) {
        if (stranger.isDone()) {
          throw new IllegalStateException("a stranger has given up: " + stranger);
        }
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Ends it, and tells what they were answered. */
  List<HttpResponse<String>> end() throws Exception {
    over.set(true);
    for (Future<?> stranger : running) {
      stranger.get();
    }
    return List.copyOf(answers);
  }

  @Override
  public void close() {
    over.set(true);
    threads.shutdown();
  }
}
