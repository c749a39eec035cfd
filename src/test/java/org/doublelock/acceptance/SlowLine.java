package org.doublelock.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Between a browser and the application: what is read comes in small pieces, one after another. */
final class SlowLine implements AutoCloseable {

  private static final int PIECE = 900;
  private static final long PAUSE_NANOS = 40_000_000;

  private final URI application;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  SlowLine(URI application) {
    this.application = application;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unopened) {
      throw new UncheckedIOException(unopened);
    }
    server.setExecutor(threads);
    server.createContext("/", this::hand);
    server.start();
  }

  String page(String path) {
    return "http://" + application.getHost() + ":" + server.getAddress().getPort() + "/" + path;
  }

  private void hand(HttpExchange exchange) throws IOException {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(application.resolve(exchange.getRequestURI().toString()));
    for (String name : new String[] {"Cookie", "Accept", "Accept-Language", "User-Agent"}) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        asked.header(name, value);
      }
    }
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      HttpResponse<byte[]> answer =
          client.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
      String type = answer.headers().firstValue("Content-Type").orElse("");
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(answer.statusCode(), 0);
      byte[] body = answer.body();
      int piece = type.startsWith("text/html") ? PIECE : Math.max(1, body.length);
      for (int at = 0; at < body.length; at += piece) {
        out.write(body, at, Math.min(piece, body.length - at));
        out.flush();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
