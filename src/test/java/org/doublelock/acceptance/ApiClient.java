package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A program that calls the private API, signing as the protocol says with code of its own. Each
 * part of a call can be bent to see it refused.
 */
public final class ApiClient {

  private static final AtomicLong NONCES = new AtomicLong();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  /**
   * @param base the application's address, ending in a slash
   */
  public ApiClient(URI base) {
    this.base = base;
  }

  /** The time in microseconds, and one more where it has not gone on; for all keys alike. */
  public static String nextNonce() {
    return String.valueOf(
        NONCES.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() * 1000)));
  }

  /** {@code base64(HMAC-SHA512(base64-decode(secret), path || SHA-256(nonce || body)))}. */
  public static String sign(String secret, String path, String nonce, byte[] body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(nonce.getBytes(StandardCharsets.UTF_8));
      byte[] digest = sha256.digest(body);
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA512"));
      mac.update(path.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(mac.doFinal(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A well-formed call of the function, to be bent or sent. */
  public Call call(TestKey key, String function) {
    return new Call(key, "/0/private/" + function);
  }

  /** A call being put together: what is not set stands as a careful client would have it. */
  public final class Call {

    private final TestKey key;
    private final String path;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String target;
    private String signedPath;
    private String signedNonce;
    private byte[] body;
    private byte[] sentBody;
    private String method = "POST";

    private Call(TestKey key, String path) {
      this.key = key;
      this.path = path;
      this.target = path;
      this.signedPath = path;
      fields.put("nonce", nextNonce());
      headers.put("Content-Type", "application/x-www-form-urlencoded");
      headers.put("API-Key", key.publicKey());
    }

    /** A field of the form; the nonce is there already. */
    public Call with(String field, String value) {
      fields.put(field, value);
      return this;
    }

    public Call without(String field) {
      fields.remove(field);
      return this;
    }

    public Call nonce(String nonce) {
      return with("nonce", nonce);
    }

    public Call otp(String otp) {
      return with("otp", otp);
    }

    /** The body as it is, instead of the fields; signed with that nonce. */
    public Call body(String nonce, String text) {
      this.signedNonce = nonce;
      this.body = text.getBytes(StandardCharsets.UTF_8);
      return this;
    }

    /** A JSON body, signed with that nonce. */
    public Call json(String nonce, String text) {
      return body(nonce, text).header("Content-Type", "application/json");
    }

    /** Sends other bytes than were signed. */
    public Call tamperedBody(String text) {
      this.sentBody = text.getBytes(StandardCharsets.UTF_8);
      return this;
    }

    /** Sends to that path and query, while the signature is for the function's own. */
    public Call sentTo(String pathAndQuery) {
      this.target = pathAndQuery;
      return this;
    }

    /** Sends to that path, and signs that path. */
    public Call sentAndSignedTo(String path) {
      this.target = path;
      this.signedPath = path;
      return this;
    }

    public Call method(String method) {
      this.method = method;
      return this;
    }

    public Call header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    public Call withoutHeader(String name) {
      headers.put(name, null);
      return this;
    }

    /** The signature as it is, instead of the right one. */
    public Call signature(String text) {
      return header("API-Sign", text);
    }

    /** The body's bytes, as they would be signed. */
    public byte[] signedBody() {
      return body != null ? body : form().getBytes(StandardCharsets.UTF_8);
    }

    /** The right signature of what stands here. */
    public String rightSignature() {
      String nonce = signedNonce != null ? signedNonce : fields.getOrDefault("nonce", "");
      return sign(key.secret(), signedPath, nonce, signedBody());
    }

    private String form() {
      return fields.entrySet().stream()
          .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
          .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public ApiAnswer send() {
      headers.putIfAbsent("API-Sign", headers.containsKey("API-Sign") ? null : rightSignature());
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + target.substring(1)))
              .timeout(TIMEOUT)
              .method(
                  method,
                  HttpRequest.BodyPublishers.ofByteArray(
                      sentBody != null ? sentBody : signedBody()));
      Optional.ofNullable(headers.get("API-Sign")).ifPresent(Secrets::made);
      headers.forEach(
          (name, value) -> {
            if (value != null) {
              request.header(name, value);
            }
          });
      try {
        HttpResponse<String> response =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new ApiAnswer(response.statusCode(), response.headers(), response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(path, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
