package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** The library's API behind one gateway after the other, and what calls through it come to. */
abstract class LibraryBehindGateway {

  static final String PERFORMED = "{\"error\":[],";

  @TempDir private static Path folder;
  static RunningApp doublelock;
  static Library library;
  private static BrowserContext browser;
  static Owner owner;
  static TestKey reader;
  static TestKey lender;
  static ListeningProgram running;

  @Parameter private Gateway gateway;

  @BeforeAll
  static void start_what_all_of_them_stand_before() throws IOException {
    doublelock = Library.doublelock(folder);
    library = new Library();
    browser = Chromium.window();
    owner = Owner.signIn(browser.newPage(), doublelock);
    reader = owner.createKey("Read books");
    lender = owner.createKey("Lend books");
  }

  @BeforeParameterizedClassInvocation
  static void start(Gateway gateway) throws IOException {
    running = null;
    running = gateway.before(doublelock.process().port(), library.port(), Library.CREDENTIAL);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @AfterAll
  static void stop_the_rest() throws Exception {
    for (AutoCloseable one : new AutoCloseable[] {browser, library, doublelock}) {
      if (one != null) {
        one.close();
      }
    }
  }

  @BeforeEach
  void forget_what_was_performed() {
    library.forget();
  }

  static ApiClient.Call call(TestKey key, String path) {
    return through(running, key, path);
  }

  private static ApiClient.Call through(ListeningProgram where, TestKey key, String path) {
    return new ApiClient(where.base()).call(key, "").sentAndSignedTo(path);
  }

  static ApiClient.Call lend(TestKey key) {
    return call(key, "/v1/books/17/loan").method("PUT");
  }

  static void requirePerformed(RawCall call) throws IOException {
    String answer = new RawHttp(running.base()).send(call.head(), call.body());
    assertTrue(answer.contains(PERFORMED), answer);
    requireReached(call);
  }

  static void requireReached(RawCall call) {
    assertEquals(call.body(), new String(library.onlyOne().body(), StandardCharsets.US_ASCII));
  }

  /** By the envelope, or by the gateway itself. */
  static void requireRefused(RawCall call) throws IOException {
    String answer = new RawHttp(running.base()).sendAsFarAsItGoes(call);
    assertTrue(
        answer.matches("(?s)HTTP/1.1 [45].*") || answer.contains("{\"error\":[\"E"),
        call.head() + "\n\n" + answer);
    assertEquals(List.of(), library.performed(), call.head());
  }

  ListeningProgram asking(int port) throws IOException {
    return gateway.before(port, library.port(), Library.CREDENTIAL);
  }

  static ApiAnswer lendThrough(ListeningProgram where) {
    return through(where, lender, "/v1/books/17/loan").method("PUT").send();
  }

  static void requireUnavailable(ListeningProgram where) {
    ApiAnswer answer = lendThrough(where);
    assertEquals(503, answer.status());
    assertEquals("EService:Unavailable", answer.error());
    assertEquals(List.of(), library.performed());
  }
}
