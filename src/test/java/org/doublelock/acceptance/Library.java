package org.doublelock.acceptance;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody else's API: a small server that performs what reaches it, and remembers it. */
final class Library implements AutoCloseable {

  /** What gateways in front of it ask with. */
  static final String CREDENTIAL = UUID.randomUUID().toString();

  private static final String DECLARED =
      """
      {"alone": true,
       "permissions": [
         {"code": "read-books", "explained": "See which books there are.",
          "name": {"en": "Read books", "nl": "Boeken lezen"}},
         {"code": "lend-books", "risk": "moves-funds-away",
          "name": "Lend books", "explained": "Take books out."}],
       "functions": [
         {"name": "ListBooks", "path": "/v1/books", "needs": ["read-books"]},
         {"name": "LendBook", "method": "PUT", "path": "/v1/books/{book}/loan", "needs": ["lend-books"],
          "amount": {"field": "weeks", "currency": "weeks"}},
         {"name": "ReserveBook", "method": "PATCH", "path": "/v1/books/{book}", "needs": ["lend-books"]},
         {"name": "ReturnBook", "method": "DELETE", "path": "/v1/loans/{book}", "needs": ["lend-books"]}]}
      """;

  /** A call that reached it. */
  record Performed(String method, String target, Headers headers, byte[] body) {}

  private final List<Performed> performed = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Library() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        call -> {
          byte[] body = call.getRequestBody().readAllBytes();
          performed.add(
              new Performed(
                  call.getRequestMethod(),
                  call.getRequestURI().toString(),
                  call.getRequestHeaders(),
                  body));
          byte[] answer = "{\"error\":[],\"result\":{}}".getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(200, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    server.start();
  }

  /** An application that verifies its calls; the caller closes it. */
  static RunningApp doublelock(Path folder) throws IOException {
    return RunningApp.startedWith(
        Map.of(
            "doublelock.upstream.file",
            Files.writeString(folder.resolve("library.json"), DECLARED).toString(),
            "doublelock.gateway.credential-file",
            Files.writeString(folder.resolve("gateways"), CREDENTIAL + "\n").toString(),
            "doublelock.address-lockout.failures",
            "0",
            // so that nothing is refused for the number of calls
            "doublelock.rate.max",
            "100000"));
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The calls since the start or the last time that they were forgotten. */
  List<Performed> performed() {
    return List.copyOf(performed);
  }

  /** The one call that there was. */
  Performed onlyOne() {
    if (performed.size() != 1) {
      throw new AssertionError("calls that reached the API: " + performed);
    }
    return performed.get(0);
  }

  void forget() {
    performed.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
