package org.doublelock.verification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.doublelock.account.AccountId;
import org.doublelock.activity.CallLog;
import org.doublelock.activity.LoggedCall;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.benchmark.inside.NothingFunction;
import org.doublelock.edge.Networks;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.otp.LockoutRule;
import org.doublelock.otp.OneTimePassword;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.policy.Demands;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.ChosenActions;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.signing.PublicKey;
import org.doublelock.signing.RequestSignature;
import org.doublelock.signing.SigningSecret;
import org.doublelock.vault.HashingSettings;
import org.doublelock.vault.PasswordHasher;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole verification of a call but for its database, against the bare cryptography in it. With
 * the parallel collector and room for many calls: what G1 does beside them differs by a third from
 * one second to the next, and is in one of the two sides only, which allocates more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmn600m"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class VerificationCost {

  private static final String PATH = "/0/private/Nothing";
  private static final String NONCE = "1763900000000000";

  private final SecureRandom random = new SecureRandom();
  private final SigningSecret secret = SigningSecret.generate(random);
  private final SharedSecret app = SharedSecret.generate(random);
  private final Instant now = Instant.now();
  private final String publicKey = PublicKey.generate(random).text();
  private final String code = TotpVerifier.generate(app, TimeStep.at(now)).read();
  private final byte[] body =
      ("nonce=" + NONCE + "&otp=" + code).getBytes(StandardCharsets.US_ASCII);
  private final String sign = RequestSignature.of(secret, PATH, NONCE, body).toBase64();
  private final SignedCall call =
      new SignedCall(
          PATH,
          "Nothing",
          Optional.of(publicKey),
          Optional.of(sign),
          Optional.of("application/x-www-form-urlencoded"),
          body,
          "127.0.0.1");
  private final VerificationService service = service();

  private final byte[] secretBytes = secret.readBytes();
  private final byte[] appBytes = app.readBytes();

  private VerificationService service() {
    KeySnapshot key =
        new KeySnapshot(
            ApiKeyId.random(),
            1,
            0,
            AccountId.random(),
            publicKey,
            "benchmark",
            List.of(secret),
            Optional.empty(),
            true,
            false,
            Set.of(Permission.QUERY_FUNDS),
            Restrictions.none(),
            now,
            now,
            now,
            Optional.of(new SecondFactor.Totp(app, false, now, ChosenActions.of(Set.of(), null))),
            Optional.empty(),
            new RememberedPassword());
    CallStates states = new NoDatabase();
    FunctionRegistry functions = new FunctionRegistry(List.of(new NothingFunction()));
    return new VerificationService(
        new KeySnapshots(null, null, new DatabaseHistory(Clock.systemUTC()), 10) {
          @Override
          Optional<KeySnapshot> remembered(String sent) {
            return sent.equals(publicKey) ? Optional.of(key) : Optional.empty();
          }
        },
        states,
        new SecondFactorCheck(
            new PasswordHasher(HashingSettings.usual(), () -> false),
            new ActionPolicy("all-calls")),
        new CallRates(Double.MAX_VALUE, 1),
        new AddressLockouts(new Networks(64), 100, 5),
        functions,
        new CallJournal(new UnwrittenLog(), event -> {}, null),
        new HistoryFloor(new DatabaseHistory(Clock.systemUTC())),
        Demands.none(),
        new LockoutRule(10, Duration.ofMinutes(15)));
  }

  @Benchmark
  public Verdict verification() {
    Verdict verdict = service.verify(call, now);
    if (!(verdict instanceof Verdict.Accepted)) {
      throw new IllegalStateException(verdict.toString());
    }
    return verdict;
  }

  /** What the body costs before anything is computed: its fields, in bounds, and names alike. */
  @Benchmark
  public Optional<CallBody> reading() {
    return CallBody.parse(call.contentType(), body);
  }

  /** The signature and the code by the classes that calls go through. */
  @Benchmark
  public boolean ownCryptography() {
    boolean signed = RequestSignature.of(secret, PATH, NONCE, body).equalsText(sign);
    boolean right =
        OneTimePassword.parse(code)
            .flatMap(sent -> TotpVerifier.verify(app, sent, now))
            .isPresent();
    return signed & right;
  }

  /**
   * What no verification can do without: SHA-256 and HMAC-SHA-512 of the request, the signature's
   * base64, and the codes of the three time steps that a drift of one admits.
   */
  @Benchmark
  public boolean bareCryptography() throws GeneralSecurityException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(NONCE.getBytes(StandardCharsets.UTF_8));
    byte[] digest = sha256.digest(body);
    Mac hmac = Mac.getInstance("HmacSHA512");
    hmac.init(new SecretKeySpec(secretBytes, "HmacSHA512"));
    hmac.update(PATH.getBytes(StandardCharsets.UTF_8));
    String expected = Base64.getEncoder().encodeToString(hmac.doFinal(digest));
    boolean signed =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII), sign.getBytes(StandardCharsets.US_ASCII));
    Mac totp = Mac.getInstance("HmacSHA1");
    totp.init(new SecretKeySpec(appBytes, "HmacSHA1"));
    long step = now.getEpochSecond() / 30;
    int sent = Integer.parseInt(code);
    boolean right = false;
    for (long candidate = step - 1; candidate <= step + 1; candidate++) {
      right |= codeAt(totp, candidate) == sent;
    }
    return signed & right;
  }

  private static int codeAt(Mac totp, long step) {
    byte[] counter = new byte[Long.BYTES];
    for (int index = 0; index < counter.length; index++) {
      counter[index] = (byte) (step >>> 8 * (7 - index));
    }
    byte[] hash = totp.doFinal(counter);
    int offset = hash[hash.length - 1] & 0xf;
    int value =
        (hash[offset] & 0x7f) << 24
            | (hash[offset + 1] & 0xff) << 16
            | (hash[offset + 2] & 0xff) << 8
            | hash[offset + 3] & 0xff;
    return value % 1_000_000;
  }

  /** Without the queue, which a node empties each second, and which would be full here. */
  private static final class UnwrittenLog extends CallLog {

    private LoggedCall newest;

    UnwrittenLog() {
      super(null);
    }

    @Override
    public void accepted(LoggedCall call) {
      newest = call;
    }
  }

  /** Decides at once that the row would have accepted. */
  private static final class NoDatabase extends CallStates {

    @Override
    boolean accept(Acceptance asked) throws SQLException {
      return true;
    }
  }
}
