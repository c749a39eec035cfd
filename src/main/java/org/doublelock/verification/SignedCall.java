package org.doublelock.verification;

import java.util.Optional;
import org.doublelock.signing.RequestSignature;
import org.doublelock.signing.SigningSecret;

/**
 * A call as it arrived, not believed yet.
 *
 * @param path as sent, from {@code /0/private} on, without a query
 * @param function the last part of the path
 * @param apiKey the header {@code API-Key}
 * @param apiSign the header {@code API-Sign}
 * @param contentType the header {@code Content-Type}
 * @param body the bytes as received; one more than {@link CallBody#MAX_BYTES} when there were more
 * @param callerAddress the address it came from
 */
public record SignedCall(
    String path,
    String function,
    Optional<String> apiKey,
    Optional<String> apiSign,
    Optional<String> contentType,
    byte[] body,
    String callerAddress) {

  /** What {@code API-Sign} has to be for that secret. */
  RequestSignature signatureBy(SigningSecret secret, CallBody fields) {
    return RequestSignature.of(secret, path, fields.nonce().orElse(""), body);
  }

  @Override
  public String toString() {
    return "SignedCall[function=" + function + ", from=" + callerAddress + "]";
  }
}
