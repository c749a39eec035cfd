package org.doublelock.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.signing.RequestSignature;
import org.doublelock.verification.WorstBodies;

/**
 * HTTP requests written and signed beforehand, a list for each client. No two clients share a key,
 * so that a key's nonces arrive in order. Codes serve for half a minute at least.
 */
final class SignedRequests {

  private static final AtomicLong NONCES = new AtomicLong(System.currentTimeMillis() * 1_000);

  private SignedRequests() {}

  /** Calls of the function that does nothing. */
  static List<List<byte[]>> calls(List<SeededKey> keys, int clients, int total) {
    return write(keys, clients, total, "/0/private/Nothing");
  }

  /** The same requests, to the byte but for the path and a row's number, to something else. */
  static List<List<byte[]>> posts(List<SeededKey> keys, int clients, int total, String path) {
    return write(keys, clients, total, path);
  }

  /** Requests of one client with that body, under a key that exists and a signature of nothing. */
  static List<byte[]> unsigned(SeededKey key, WorstBodies.Sent sent, int total) {
    String head =
        "POST /0/private/Nothing HTTP/1.1\r\n"
            + "Host: 127.0.0.1\r\n"
            + "User-Agent: benchmark\r\n"
            + ("API-Key: " + key.publicKey() + "\r\n")
            + "API-Sign: x\r\n"
            + sent.contentType().map(type -> "Content-Type: " + type + "\r\n").orElse("")
            + ("Content-Length: " + sent.body().length + "\r\n\r\n");
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] request = Arrays.copyOf(start, start.length + sent.body().length);
    System.arraycopy(sent.body(), 0, request, start.length, sent.body().length);
    return Collections.nCopies(total, request);
  }

  private static List<List<byte[]>> write(
      List<SeededKey> keys, int clients, int total, String path) {
    Instant now = Instant.now();
    List<List<byte[]>> requests = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      requests.add(new ArrayList<>(total / clients + 1));
    }
    List<String> factors = keys.stream().map(key -> factor(key, now)).toList();
    int perClient = keys.size() / clients;
    for (int index = 0; index < total; index++) {
      int client = index % clients;
      int row = client * perClient + index / clients % perClient;
      requests.get(client).add(write(keys.get(row), factors.get(row), row, path));
    }
    return requests;
  }

  private static String factor(SeededKey key, Instant now) {
    return key.app()
        .map(app -> TotpVerifier.generate(app, TimeStep.at(now)).read())
        .or(() -> key.password().map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)))
        .map(factor -> "&otp=" + factor)
        .orElse("");
  }

  private static byte[] write(SeededKey key, String factor, int row, String path) {
    String nonce = String.valueOf(NONCES.incrementAndGet());
    String body = "nonce=" + nonce + "&row=" + row + factor;
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    String sign = RequestSignature.of(key.secret(), path, nonce, bytes).toBase64();
    String request =
        ("POST " + path + " HTTP/1.1\r\n")
            + "Host: 127.0.0.1\r\n"
            + "User-Agent: benchmark\r\n"
            + ("API-Key: " + key.publicKey() + "\r\n")
            + ("API-Sign: " + sign + "\r\n")
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + ("Content-Length: " + bytes.length + "\r\n\r\n")
            + body;
    return request.getBytes(StandardCharsets.US_ASCII);
  }
}
