package org.doublelock.verification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.signing.RequestSignature;
import org.doublelock.signing.SigningSecret;

/** A client that holds a key: it writes and signs calls. */
record Caller(ApiKey key, SigningSecret secret, String function, Optional<String> address) {

  static final String ELSEWHERE = "192.0.2.1";

  ApiKeyId id() {
    return key.id();
  }

  Caller signingWith(SigningSecret other) {
    return new Caller(key, other, function, address);
  }

  Caller calling(String other) {
    return new Caller(key, secret, other, address);
  }

  Caller from(String other) {
    return new Caller(key, secret, function, Optional.of(other));
  }

  SignedCall call(long nonce) {
    return signed("nonce=" + Long.toUnsignedString(nonce), Long.toUnsignedString(nonce));
  }

  SignedCall call(long nonce, String otp) {
    String text = Long.toUnsignedString(nonce);
    return signed("otp=" + URLEncoder.encode(otp, StandardCharsets.UTF_8) + "&nonce=" + text, text);
  }

  /** With the code that an app shows at that time, so many steps off. */
  SignedCall call(long nonce, SharedSecret app, Instant time, int steps) {
    return call(nonce, code(app, time, steps));
  }

  static String code(SharedSecret app, Instant time, int steps) {
    return TotpVerifier.generate(app, TimeStep.at(time).plus(steps)).read();
  }

  /** Six digits that are right for no step near that time. */
  static String wrongCode(SharedSecret app, Instant time) {
    for (int candidate = 0; ; candidate++) {
      String code = String.format(java.util.Locale.ROOT, "%06d", candidate);
      boolean right =
          java.util.stream.IntStream.rangeClosed(-2, 2)
              .anyMatch(step -> code(app, time, step).equals(code));
      if (!right) {
        return code;
      }
    }
  }

  SignedCall signed(String body, String nonce) {
    return signed(body, nonce, Optional.empty());
  }

  SignedCall signedJson(String body, String nonce) {
    return signed(body, nonce, Optional.of("application/json"));
  }

  private SignedCall signed(String body, String nonce, Optional<String> type) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String path = "/0/private/" + function;
    String sign = RequestSignature.of(secret, path, nonce, bytes).toBase64();
    return new SignedCall(
        path,
        function,
        Optional.of(key.publicKey()),
        Optional.of(sign),
        type,
        bytes,
        address.orElse(ELSEWHERE));
  }

  static SignedCall withSignature(SignedCall call, String sign) {
    return new SignedCall(
        call.path(),
        call.function(),
        call.apiKey(),
        Optional.ofNullable(sign),
        call.contentType(),
        call.body(),
        call.callerAddress());
  }
}
