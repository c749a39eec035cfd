package org.doublelock.identity;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the provider by HTTP. All that is asked for one person has one deadline, down to the last
 * byte, so that a provider that drips keeps nobody for long. Answers are bounded, and a redirect is
 * none.
 */
final class ProviderWeb implements ResourceRetriever {

  private static final int MAX_BYTES = 512 * 1024;

  private final Duration patience;
  private final HttpClient client;
  private final ThreadLocal<Long> end = ThreadLocal.withInitial(this::fromNow);

  ProviderWeb(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /** What this thread asks from now on is for somebody else. */
  void begin() {
    end.set(fromNow());
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    try {
      HttpResponse<byte[]> answer = exchange(HttpRequest.newBuilder(url.toURI()));
      if (answer.statusCode() != HTTPResponse.SC_OK) {
        throw new IOException("it answers " + answer.statusCode());
      }
      return new Resource(text(answer), contentType(answer).orElse(null));
    } catch (URISyntaxException unreadable) {
      throw new IOException(unreadable);
    }
  }

  /** Sends a form. */
  HTTPResponse send(HTTPRequest asked) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(asked.getURI())
            .POST(HttpRequest.BodyPublishers.ofString(asked.getBody()));
    asked
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    HttpResponse<byte[]> answer = exchange(request);
    HTTPResponse read = new HTTPResponse(answer.statusCode());
    contentType(answer).ifPresent(type -> read.setHeader("Content-Type", type));
    read.setBody(text(answer));
    return read;
  }

  private HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), head -> new BoundedBody(MAX_BYTES));
    try {
      return answer.get(end.get() - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new IOException("it takes too long", late);
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause().toString(), failed);
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private long fromNow() {
    return System.nanoTime() + patience.toNanos();
  }

  private static Optional<String> contentType(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Type");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
