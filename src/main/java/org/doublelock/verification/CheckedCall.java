package org.doublelock.verification;

import java.time.Instant;
import java.util.Optional;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.function.Arguments;
import org.doublelock.function.Lease;
import org.doublelock.function.PrivateFunction;
import org.doublelock.signing.Nonce;
import org.doublelock.signing.RequestSignature;
import org.doublelock.signing.SigningSecret;

/**
 * A call whose body could be read, beside what is known of its key.
 *
 * @param sentNonce empty when it is missing or no number of the protocol's form
 * @param function empty when there is none of that name
 */
record CheckedCall(
    SignedCall sent,
    CallBody body,
    KeySnapshot key,
    Optional<Nonce> sentNonce,
    Optional<PrivateFunction> function,
    Instant now) {

  private static final int DEFAULT_COST = 1;

  CheckedCall(
      SignedCall sent,
      CallBody body,
      KeySnapshot key,
      Optional<PrivateFunction> function,
      Instant now) {
    this(sent, body, key, body.nonce().flatMap(Nonce::parse), function, now);
  }

  ApiKeyId keyId() {
    return key.id();
  }

  /** For the checks after that of its form. */
  Nonce nonce() {
    return sentNonce.orElseThrow();
  }

  long nowMillis() {
    return now.toEpochMilli();
  }

  /** What it adds to its key's call rate. */
  int cost() {
    return function.map(PrivateFunction::cost).orElse(DEFAULT_COST);
  }

  /** What a guess adds: a call that is exempt from the rate is not when it guesses. */
  int costOfGuess() {
    return Math.max(DEFAULT_COST, cost());
  }

  /** A snapshot of another key does not count as the key that the call names. */
  Optional<Refusal> keyRefusal() {
    return sent.apiKey().filter(key.publicKey()::equals).isEmpty()
        ? Optional.of(Refusal.UNKNOWN_KEY)
        : key.standing().refusal(sent.callerAddress(), now);
  }

  boolean isSigned() {
    boolean signed = false;
    if (sent.apiSign().isPresent()) {
      for (SigningSecret secret : key.secretsAt(now)) {
        signed |= signatureBy(secret).equalsText(sent.apiSign().get());
      }
    }
    return signed;
  }

  RequestSignature signatureBy(SigningSecret secret) {
    return sent.signatureBy(secret, body);
  }

  /** Whether the key is no longer as it was when it was read. */
  boolean isOvertaken(Optional<CallState> state) {
    return state.isEmpty() || state.get().epoch() != key.epoch();
  }

  Verdict.Accepted accepted(Optional<Lease> lease, LeaseUse use) {
    return new Verdict.Accepted(
        function.orElseThrow(),
        key.caller(
            body.nonce().orElse(""),
            sent.callerAddress(),
            lease.flatMap(Lease::bound).map(bound -> use.amount())),
        new Arguments(body.arguments()),
        lease);
  }
}
