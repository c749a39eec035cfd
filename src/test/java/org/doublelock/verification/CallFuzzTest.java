package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.Networks;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.otp.LockoutRule;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.WrongGuesses;
import org.doublelock.policy.Demands;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.ChosenActions;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.signing.Nonce;
import org.doublelock.signing.PublicKey;
import org.doublelock.signing.RequestSignature;
import org.doublelock.signing.SigningSecret;
import org.doublelock.vault.HashingSettings;
import org.doublelock.vault.PasswordHasher;

/**
 * Whatever arrives is read or refused, at a bounded cost. The corpus beside it is what is tried in
 * each run; {@code JAZZER_FUZZ=1 ./mvnw test -Dtest=CallFuzzTest} looks for more.
 */
class CallFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String PATH = "/0/private/Balance";
  private static final SigningSecret SECRET =
      SigningSecret.fromBytes(new byte[SigningSecret.LENGTH]);
  private static final SharedSecret APP = SharedSecret.fromBytes(new byte[SharedSecret.LENGTH]);
  private static final String PUBLIC_KEY = PublicKey.generate(new SecureRandom()).text();
  private static final VerificationService SERVICE = service();

  @FuzzTest
  void a_form_is_read_or_refused(byte[] body) {
    assertReadable(read(Optional.empty(), body), body);
  }

  @FuzzTest
  void json_is_read_or_refused(byte[] body) {
    assertReadable(read(WorstBodies.JSON, body), body);
  }

  /** However it is written, a body is read at a bounded cost. */
  private static Optional<CallBody> read(Optional<String> type, byte[] body) {
    return ReadingCost.assertBounded("a body", new WorstBodies.Sent(type, body));
  }

  private static void assertReadable(Optional<CallBody> read, byte[] body) {
    if (body.length > CallBody.MAX_BYTES) {
      assertTrue(read.isEmpty());
    }
    read.ifPresent(
        found -> {
          Map<String, String> arguments = found.arguments();
          assertFalse(arguments.containsKey("nonce") || arguments.containsKey("otp"));
          found.nonce().flatMap(Nonce::parse).ifPresent(nonce -> assertSameNumber(found, nonce));
        });
  }

  private static void assertSameNumber(CallBody body, Nonce nonce) {
    assertEquals(
        body.nonce().orElseThrow().replaceFirst("^0+(?=.)", ""),
        nonce.toString(),
        "a nonce is the number that was written");
  }

  /** The secret and the code are known to nobody here, so nothing that is made up is accepted. */
  @FuzzTest
  void headers_and_body_that_are_made_up_open_nothing(FuzzedDataProvider data) {
    boolean known = data.consumeBoolean();
    String key = known ? PUBLIC_KEY : data.consumeString(80);
    Optional<String> sign =
        data.consumeBoolean() ? Optional.of(data.consumeString(100)) : Optional.empty();
    Optional<String> type =
        data.consumeBoolean() ? Optional.of(data.consumeString(60)) : Optional.empty();
    byte[] body = data.consumeRemainingAsBytes();
    assertInstanceOf(
        Verdict.Refused.class, SERVICE.verify(call(Optional.of(key), sign, type, body), NOW));
  }

  /** With the right signature, what is left to guess is the code. */
  @FuzzTest
  void a_signed_body_without_the_code_opens_nothing(byte[] body) {
    String nonce = CallBody.parse(Optional.empty(), body).flatMap(CallBody::nonce).orElse("");
    String sign = RequestSignature.of(SECRET, PATH, nonce, body).toBase64();
    Verdict verdict =
        SERVICE.verify(
            call(Optional.of(PUBLIC_KEY), Optional.of(sign), Optional.empty(), body), NOW);
    Set<Refusal> expected =
        Set.of(
            Refusal.MALFORMED_BODY,
            Refusal.MALFORMED_NONCE,
            Refusal.OTP_MISSING,
            Refusal.OTP_WRONG);
    assertTrue(
        verdict instanceof Verdict.Refused refused && expected.contains(refused.reason()),
        () -> verdict + " for " + new String(body, StandardCharsets.UTF_8));
  }

  private static SignedCall call(
      Optional<String> key, Optional<String> sign, Optional<String> type, byte[] body) {
    return new SignedCall(PATH, "Balance", key, sign, type, body, "192.0.2.1");
  }

  private static VerificationService service() {
    CallStates states = new AlwaysFresh();
    KeySnapshot key =
        new KeySnapshot(
            ApiKeyId.random(),
            1,
            0,
            AccountId.random(),
            PUBLIC_KEY,
            "fuzzed",
            List.of(SECRET),
            Optional.empty(),
            true,
            false,
            Set.of(),
            Restrictions.none(),
            NOW,
            NOW,
            NOW,
            Optional.of(new SecondFactor.Totp(APP, false, NOW, ChosenActions.of(Set.of(), null))),
            Optional.empty(),
            new RememberedPassword());
    FunctionRegistry functions = new FunctionRegistry(List.<PrivateFunction>of());
    return new VerificationService(
        new OneKey(key),
        states,
        new SecondFactorCheck(
            new PasswordHasher(HashingSettings.usual(), () -> false),
            new ActionPolicy("all-calls")),
        new CallRates(Double.MAX_VALUE, 1),
        new AddressLockouts(new Networks(64), 0, 5),
        functions,
        Installation.unread(),
        new HistoryFloor(new DatabaseHistory(Clock.systemUTC())),
        Demands.none(),
        new LockoutRule(10, Duration.ofMinutes(15)));
  }

  private static final class OneKey extends KeySnapshots {

    private final KeySnapshot key;

    OneKey(KeySnapshot key) {
      super(null, null, new DatabaseHistory(Clock.systemUTC()), 1);
      this.key = key;
    }

    @Override
    Optional<KeySnapshot> remembered(String publicKey) {
      return publicKey.equals(PUBLIC_KEY) ? Optional.of(key) : Optional.empty();
    }

    @Override
    Optional<KeyStanding> standing(String publicKey) {
      return remembered(publicKey).map(KeySnapshot::standing);
    }

    @Override
    Optional<KeySnapshot> read(String publicKey, Instant now) {
      return remembered(publicKey);
    }
  }

  /** A row to which every nonce is fresh, so that only what comes before it refuses. */
  private static final class AlwaysFresh extends CallStates {

    @Override
    boolean accept(Acceptance asked) {
      return true;
    }

    @Override
    Optional<WrongGuesses> countFailure(CheckedCall call, LockoutRule rule) {
      return Optional.of(WrongGuesses.NONE);
    }

    @Override
    boolean spend(CheckedCall call) {
      return true;
    }

    @Override
    long epoch(ApiKeyId key) {
      return 1;
    }

    @Override
    Optional<CallState> read(ApiKeyId key) throws SQLException {
      return Optional.of(
          new CallState(1, new Nonce(0), new Nonce(0), 0, 0, false, BigDecimal.ZERO));
    }
  }
}
