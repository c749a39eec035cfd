package org.doublelock.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * The page that tells whether an application that is starting is there. Not its health, which a
 * server calls good as well while it has no application yet.
 */
public final class FirstPage {

  /** A server that is starting may never answer what it was asked too early. */
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final HttpRequest request;

  /** Of the application there; the address ends in a slash. */
  public FirstPage(URI base) {
    this.request = HttpRequest.newBuilder(base.resolve("sign-in")).timeout(TIMEOUT).build();
  }

  /**
   * Asks for it once.
   *
   * @return the status of the answer: 200 when the application is there
   * @throws IOException when nothing listens yet, or does not answer within 15 seconds
   */
  public int status() throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
