package org.doublelock.acceptance;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that asks one node's API all the time, without a balancer, while that starts or ends:
 * it is refused a connection or gets the API's JSON, and never another answer.
 */
final class DirectCaller implements AutoCloseable {

  private static final List<String> REQUESTS =
      List.of("GET /0/public/Time HTTP/1.1", "POST /0/private/Balance HTTP/1.1\nContent-Length: 0");

  private final Set<String> others = new TreeSet<>();
  private final Thread asking;
  private volatile boolean over;

  DirectCaller(URI node) {
    RawHttp http = new RawHttp(node);
    asking = new Thread(() -> askUntilItIsOver(http), "direct-" + node.getPort());
    asking.start();
  }

  private void askUntilItIsOver(RawHttp http) {
    while (!over) {
      for (String request : REQUESTS) {
        try {
          String answer = http.send(request, "");
          if (!answer.isEmpty() && !RawHttp.bodyOf(answer).startsWith("{")) {
            others.add(answer);
          }
        } catch (IOException nobodyListens) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /** Ends it, and fails if it got an answer of another kind. */
  @Override
  public void close() {
    over = true;
    try {
      asking.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!others.isEmpty()) {
      throw new AssertionError(others);
    }
  }
}
