package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.ApiKey;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.signing.Nonce;
import org.doublelock.verification.DryRunReport.Line;
import org.doublelock.verification.DryRunReport.State;

/**
 * Checks a call as {@link VerificationService} does and changes nothing by it: no nonce is spent
 * and nothing is performed. Only a wrong second factor counts as one in a call does, since a test
 * tells as much about it.
 */
@ApplicationScoped
public class DryRun {

  private static final int SHOWN_OF_SIGNATURE = 8;

  private KeySnapshots snapshots;
  private CallStates states;
  private UsedNonces nonces;
  private SecondFactorCheck secondFactors;
  private CallRates rates;
  private FunctionRegistry functions;
  private SecondFactors factors;
  private HistoryFloor floor;

  protected DryRun() {
    // for the CDI proxy
  }

  @Inject
  DryRun(
      KeySnapshots snapshots,
      CallStates states,
      UsedNonces nonces,
      SecondFactorCheck secondFactors,
      CallRates rates,
      FunctionRegistry functions,
      SecondFactors factors,
      HistoryFloor floor) {
    this.snapshots = snapshots;
    this.states = states;
    this.nonces = nonces;
    this.secondFactors = secondFactors;
    this.rates = rates;
    this.functions = functions;
    this.factors = factors;
    this.floor = floor;
  }

  /**
   * Tests a call of that key; a call that names another key fails as an unknown one.
   *
   * @throws Unavailable when the database cannot be asked
   */
  public DryRunReport test(ApiKey owned, SignedCall call, Instant now) {
    try {
      Optional<CallBody> body = CallBody.parse(call.contentType(), call.body());
      if (body.isEmpty()) {
        return new Findings().fail(Refusal.MALFORMED_BODY).report();
      }
      return snapshots
          .apart(owned.publicKey(), now)
          .filter(key -> key.owner().equals(owned.owner()))
          .map(key -> new Findings(key, call, body.get(), now))
          .orElseGet(Findings::new)
          .pass()
          .check();
    } catch (SQLException unreachable) {
      throw new Unavailable(unreachable);
    }
  }

  /** The lines so far, and what they are about. */
  private final class Findings {

    private final List<Line> lines = new ArrayList<>();
    private final Optional<KeySnapshot> key;
    private final SignedCall call;
    private final CallBody body;
    private final Instant now;
    private Optional<Refusal> answer = Optional.empty();

    Findings() {
      this(Optional.empty(), null, null, null);
    }

    Findings(KeySnapshot key, SignedCall call, CallBody body, Instant now) {
      this(Optional.of(key), call, body, now);
    }

    private Findings(Optional<KeySnapshot> key, SignedCall call, CallBody body, Instant now) {
      this.key = key;
      this.call = call;
      this.body = body;
      this.now = now;
    }

    DryRunReport check() throws SQLException {
      if (key.isEmpty()) {
        return fail(Refusal.UNKNOWN_KEY).report();
      }
      KeySnapshot known = key.get();
      Optional<KeyStanding> named =
          call.apiKey().filter(known.publicKey()::equals).map(same -> known.standing());
      Optional<Refusal> keyRefused = VerificationService.checkKey(call, named, now);
      if (keyRefused.isPresent()) {
        return fail(keyRefused.get()).report();
      }
      pass();
      Optional<Nonce> nonce = body.nonce().flatMap(Nonce::parse);
      if (nonce.isEmpty()) {
        return fail(Refusal.MALFORMED_NONCE).report();
      }
      pass();
      if (!VerificationService.isSigned(call, body, known, now)) {
        return fail(Refusal.WRONG_SIGNATURE).report();
      }
      pass();
      Optional<CallState> state = states.read(known.id());
      if (state.isEmpty()) {
        return fail(Refusal.KEY_LOCKED).report();
      }
      return checkState(known, state.get(), nonce.get());
    }

    private DryRunReport checkState(KeySnapshot known, CallState state, Nonce nonce)
        throws SQLException {
      if (state.isLocked(now.toEpochMilli())) {
        return fail(Refusal.KEY_LOCKED).report();
      }
      boolean asked = secondFactors.isNeeded(known, call.function()) && body.otp().isPresent();
      if (asked && !rates.hasRoomFor(known.id(), cost(), now)) {
        pass().skip();
        Optional<Refusal> stale = staleness(known, state, nonce, false);
        return (stale.isEmpty() ? skip().fail(Refusal.RATE_EXCEEDED) : fail(stale.get())).report();
      }
      FactorCheck factor = secondFactors.check(known, call, body, now);
      if (asked && isLockedMeanwhile(known, factor)) {
        return fail(Refusal.KEY_LOCKED).report();
      }
      pass();
      boolean proven =
          !(factor instanceof FactorCheck.NotNeeded || factor instanceof FactorCheck.Leased);
      Optional<Refusal> stale = staleness(known, state, nonce, proven);
      Optional<Refusal> refused = refusalOf(factor, state);
      if (refused.isPresent()) {
        fail(refused.get());
        if (!refused.get().isForWantOfACode()) {
          stale.ifPresent(this::fail); // a call with an old nonce is told so, whatever its code
        }
        return report();
      }
      pass(factor instanceof FactorCheck.Leased ? DryRunReport.UNLOCKED : "");
      if (stale.isPresent()) {
        return fail(stale.get()).report();
      }
      pass();
      return checkFunction(known);
    }

    private Optional<Refusal> staleness(
        KeySnapshot known, CallState state, Nonce nonce, boolean proven) throws SQLException {
      if (!floor.admits(nonce, known.signedSince(now), now)) {
        return Optional.of(Refusal.NONCE_BEFORE_FAILOVER);
      }
      return nonces.isFresh(known, state, nonce, proven, now)
          ? Optional.empty()
          : Optional.of(Refusal.OLD_NONCE);
    }

    /** Of many tests at once no more are answered than calls would be, whatever they found. */
    private boolean isLockedMeanwhile(KeySnapshot known, FactorCheck factor) throws SQLException {
      if (factor instanceof FactorCheck.Wrong) {
        return !factors.countWrong(known.id(), now);
      }
      return states.read(known.id()).filter(row -> !row.isLocked(now.toEpochMilli())).isEmpty();
    }

    private Optional<Refusal> refusalOf(FactorCheck factor, CallState state) {
      if (factor instanceof FactorCheck.Missing missing) {
        return Optional.of(missing.reason());
      }
      if (factor instanceof FactorCheck.Leased leased) {
        return leased.use().refusedBy(state);
      }
      if (factor instanceof FactorCheck.Wrong) {
        return Optional.of(Refusal.OTP_WRONG);
      }
      boolean reused =
          factor instanceof FactorCheck.RightCode code
              && code.strict()
              && code.timeStep() <= state.lastTimeStep();
      return reused ? Optional.of(Refusal.OTP_REUSED) : Optional.empty();
    }

    private DryRunReport checkFunction(KeySnapshot known) {
      Optional<PrivateFunction> function = functions.find(call.function());
      if (!rates.hasRoomFor(known.id(), cost(), now)) {
        return fail(Refusal.RATE_EXCEEDED).report();
      }
      pass();
      if (function.isEmpty()) {
        return fail(Refusal.UNKNOWN_FUNCTION).report();
      }
      pass();
      if (!function.get().access().admits(known.permissions())) {
        return fail(Refusal.NO_PERMISSION).report();
      }
      pass();
      lines.add(new Line(lines.size() + 1, State.NOT_REACHED, DryRunReport.NEEDS_THE_CALL));
      return report();
    }

    private int cost() {
      return functions
          .find(call.function())
          .map(PrivateFunction::cost)
          .orElse(VerificationService.DEFAULT_COST);
    }

    Findings skip() {
      lines.add(new Line(lines.size() + 1, State.NOT_REACHED, ""));
      return this;
    }

    Findings pass() {
      return pass("");
    }

    private Findings pass(String advice) {
      lines.add(new Line(lines.size() + 1, State.PASSED, advice));
      return this;
    }

    Findings fail(Refusal reason) {
      lines.add(new Line(lines.size() + 1, State.FAILED, reason.code()));
      answer = Optional.of(reason);
      return this;
    }

    DryRunReport report() {
      while (lines.size() < DryRunReport.CHECKS) {
        skip();
      }
      Optional<byte[]> signed = key.map(known -> signedBytes());
      return new DryRunReport(
          lines,
          signed.map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
          signed.map(DryRun::sha256),
          key.map(known -> signatureStart(known.secretsAt(now).get(0))),
          answer.map(Refusal::wireError));
    }

    private String signatureStart(org.doublelock.signing.SigningSecret secret) {
      return VerificationService.signatureOf(secret, call, body)
          .toBase64()
          .substring(0, SHOWN_OF_SIGNATURE);
    }

    private byte[] signedBytes() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(body.nonce().orElse("").getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(call.body());
      return bytes.toByteArray();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java lacks SHA-256", missing);
    }
  }
}
