package org.doublelock.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as a start, by what the server answers. */
class ReadinessTest {

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_database_that_is_slow_is_waited_for() throws Exception {
    Deque<Integer> ready = answering("/health/ready", 503, 503, 200);
    Deque<Integer> page = answering("/sign-in", 503, 200, 200);
    assertTrue(readiness().isReached());
    assertEquals(0, ready.size() + page.size());
  }

  @Test
  void an_application_that_was_not_deployed_is_not() throws Exception {
    answering("/health/ready", 200);
    answering("/sign-in", 400);
    assertFalse(readiness().isReached());
  }

  private Readiness readiness() {
    return new Readiness(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  private Deque<Integer> answering(String path, Integer... statuses) {
    Deque<Integer> left = new ArrayDeque<>(List.of(statuses));
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(left.pop(), -1);
          exchange.close();
        });
    return left;
  }
}
