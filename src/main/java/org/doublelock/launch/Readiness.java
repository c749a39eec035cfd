package org.doublelock.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the running server whether the application answers. The server itself calls a failed
 * deployment ready, so this looks at the application's own pages.
 */
final class Readiness {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int THERE = 200;
  private static final int UNAVAILABLE = 503;

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(TIMEOUT)
          .build();

  Readiness(URI base) {
    this.base = base;
  }

  /**
   * Whether the first page a person sees comes out; asking also makes it quick for that person. An
   * application that is there and waits for its database is asked again, for as long as it takes.
   */
  boolean isReached() throws IOException, InterruptedException {
    while (true) {
      int ready = status("health/ready");
      int page = status("sign-in");
      if (ready == THERE && page == THERE) {
        return true;
      }
      if (page != THERE && page != UNAVAILABLE) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private int status(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).GET().build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
