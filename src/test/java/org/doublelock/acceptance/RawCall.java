package org.doublelock.acceptance;

import java.nio.charset.StandardCharsets;

/**
 * A signed call as lines, for {@link RawHttp}.
 *
 * @param head request line and headers
 */
record RawCall(String head, String body) {

  /** One of that key to the target, with the signature for that path. */
  static RawCall of(TestKey key, String target, String signedPath) {
    return of(key, target, signedPath, 0);
  }

  /** The same with a body of that many characters, where it is not longer by itself. */
  static RawCall of(TestKey key, String target, String signedPath, int length) {
    String nonce = ApiClient.nextNonce();
    String start = "nonce=" + nonce;
    String body =
        length > start.length() ? start + "&x=" + "x".repeat(length - start.length() - 3) : start;
    String signature =
        ApiClient.sign(key.secret(), signedPath, nonce, body.getBytes(StandardCharsets.US_ASCII));
    return new RawCall("POST " + target + " HTTP/1.1", body)
        .with("Content-Type: application/x-www-form-urlencoded")
        .with("API-Key: " + key.publicKey())
        .with("API-Sign: " + signature);
  }

  RawCall with(String header) {
    return new RawCall(head + "\n" + header, body);
  }

  /** Said to be of that type. */
  RawCall ofType(String type) {
    return new RawCall(head.replaceFirst("Content-Type: .*", "Content-Type: " + type), body);
  }

  /** With the body's length as its header, or that much more. */
  RawCall withLength(int more) {
    return with("Content-Length: " + (body.length() + more));
  }

  /** With the body in chunks. */
  RawCall inChunks() {
    return new RawCall(head + "\nTransfer-Encoding: chunked", RawHttp.chunked(body, 10_000));
  }

  /** Without the last characters of the body. */
  RawCall shortBy(int characters) {
    return new RawCall(head, body.substring(0, body.length() - characters));
  }
}
