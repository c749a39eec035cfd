package org.doublelock.verification;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.Lease;
import org.doublelock.function.PrivateFunction;
import org.doublelock.otp.LockoutRule;
import org.doublelock.otp.WrongGuesses;
import org.doublelock.secondfactor.FactorLockout;
import org.doublelock.signing.Nonce;
import org.doublelock.signing.RequestSignature;
import org.doublelock.signing.SigningSecret;
import org.doublelock.vault.HashingBusy;

/**
 * Opens or refuses every signed call. The checks stand in the order of the protocol's table; up to
 * the row's own decision nothing is written, and a refusal is a value, so that what was counted is
 * not rolled back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VerificationService {

  /** What an unknown key is checked against, so that it takes as long as a known one. */
  private static final SigningSecret NOBODYS = SigningSecret.generate(new SecureRandom());

  /** A change can overtake a decision; each time round, the decision is made on newer data. */
  private static final int MOST_ROUNDS = 5;

  static final int DEFAULT_COST = 1;

  @Inject private KeySnapshots snapshots;
  @Inject private CallStates states;
  @Inject private SecondFactorCheck secondFactors;
  @Inject private CallRates rates;
  @Inject private AddressLockouts addresses;
  @Inject private FunctionRegistry functions;
  @Inject private CallJournal journal;
  @Inject private HistoryFloor floor;

  @Inject private FactorLockout lockout;

  public VerificationService() {
    // for the container
  }

  VerificationService(
      KeySnapshots snapshots,
      CallStates states,
      SecondFactorCheck secondFactors,
      CallRates rates,
      AddressLockouts addresses,
      FunctionRegistry functions,
      CallJournal journal,
      HistoryFloor floor,
      LockoutRule lockout) {
    this.snapshots = snapshots;
    this.states = states;
    this.secondFactors = secondFactors;
    this.rates = rates;
    this.addresses = addresses;
    this.functions = functions;
    this.journal = journal;
    this.floor = floor;
    this.lockout = new FactorLockout(lockout);
  }

  /**
   * Verifies a call and, if it is genuine, spends its nonce.
   *
   * @throws Unavailable when the database cannot decide, or too many passwords are being hashed;
   *     the call was not accepted then
   */
  public Verdict verify(SignedCall call, Instant now) {
    if (addresses.isLocked(call.callerAddress(), now)) {
      return new Verdict.Refused(Refusal.ADDRESS_LOCKED);
    }
    try {
      Decision decision = decide(call, now);
      if (decision.key().isPresent()) {
        journal.write(call, decision.key().get(), decision.lease(), decision.verdict(), now);
      }
      Verdict verdict = decision.verdict();
      if (verdict instanceof Verdict.Refused refused && isStrangers(refused.reason())) {
        addresses.failed(call.callerAddress(), now);
      }
      return verdict;
    } catch (SQLException | HashingBusy unreachable) {
      throw new Unavailable(unreachable);
    } catch (EJBException | PersistenceException failed) {
      throw isOfTheDatabase(failed) ? new Unavailable(failed) : failed;
    }
  }

  /** Keys are read through entities, which wrap what the database said. */
  private static boolean isOfTheDatabase(RuntimeException failed) {
    return Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause)
        .anyMatch(SQLException.class::isInstance);
  }

  private Decision decide(SignedCall call, Instant now) throws SQLException {
    // 1. the body
    Optional<CallBody> body = CallBody.parse(call.contentType(), call.body());
    if (body.isEmpty()) {
      return new Decision(
          new Verdict.Refused(Refusal.MALFORMED_BODY), Optional.empty(), Optional.empty());
    }
    Optional<KeySnapshot> remembered =
        call.apiKey()
            .flatMap(snapshots::remembered)
            .filter(key -> checkKey(call, Optional.of(key.standing()), now).isEmpty());
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean fromMemory = round == 0 && remembered.isPresent();
      Optional<KeySnapshot> key = remembered;
      if (!fromMemory) {
        // 2. the key, by the same work whether it is refused or not there
        Optional<KeyStanding> standing = standing(call);
        Optional<Refusal> refused = checkKey(call, standing, now);
        if (refused.isPresent()) {
          signatureOf(NOBODYS, call, body.get());
          return new Decision(new Verdict.Refused(refused.get()), standing, Optional.empty());
        }
        key = read(call, now);
      }
      Outcome outcome =
          key.isPresent() ? check(call, body.get(), key.get(), now) : Outcome.changed();
      boolean settled = outcome.decidedByRow() || !fromMemory || isCurrent(key.get());
      if (settled && !outcome.overtaken()) {
        return new Decision(
            outcome.verdict(), key.map(KeySnapshot::standing), key.flatMap(KeySnapshot::lease));
      }
    }
    throw new SQLException("the key keeps changing");
  }

  private Optional<KeyStanding> standing(SignedCall call) throws SQLException {
    return call.apiKey().isPresent() ? snapshots.standing(call.apiKey().get()) : Optional.empty();
  }

  private Optional<KeySnapshot> read(SignedCall call, Instant now) throws SQLException {
    return call.apiKey().isPresent() ? snapshots.read(call.apiKey().get(), now) : Optional.empty();
  }

  /** A refusal decided on what was remembered holds only if the key has not changed since. */
  private boolean isCurrent(KeySnapshot key) throws SQLException {
    return states.epoch(key.id()) == key.epoch();
  }

  private Outcome check(SignedCall call, CallBody body, KeySnapshot key, Instant now)
      throws SQLException {
    if (checkKey(call, Optional.of(key.standing()), now).isPresent()) {
      return Outcome.changed();
    }
    // 3. the nonce's form
    Optional<Nonce> nonce = body.nonce().flatMap(Nonce::parse);
    if (nonce.isEmpty()) {
      return Outcome.refused(Refusal.MALFORMED_NONCE);
    }
    // 4. the signature
    if (!isSigned(call, body, key, now)) {
      return Outcome.refused(Refusal.WRONG_SIGNATURE);
    }
    // what the row decides holds only for what the database cannot have forgotten
    if (!isOfThisHistory(key, nonce.get(), now)) {
      return afterFailover(key, nonce.get(), now);
    }
    // 5. to 7. lockout, second factor and freshness, which the row decides together
    Outcome decided = decideByRow(call, body, key, nonce.get(), now);
    if (decided.verdict() != null || decided.overtaken()) {
      return decided;
    }
    return Outcome.byRow(checkFunction(call, body, key, decided.leased(), now));
  }

  static Optional<Refusal> checkKey(SignedCall call, Optional<KeyStanding> known, Instant now) {
    return known
        .map(key -> key.refusal(call.callerAddress(), now))
        .orElse(Optional.of(Refusal.UNKNOWN_KEY));
  }

  static boolean isSigned(SignedCall call, CallBody body, KeySnapshot key, Instant now) {
    if (call.apiSign().isEmpty()) {
      return false;
    }
    String sent = call.apiSign().get();
    boolean signed = false;
    for (SigningSecret secret : key.secretsAt(now)) {
      signed |= signatureOf(secret, call, body).equalsText(sent);
    }
    return signed;
  }

  static RequestSignature signatureOf(SigningSecret secret, SignedCall call, CallBody body) {
    return RequestSignature.of(secret, call.path(), body.nonce().orElse(""), call.body());
  }

  private Outcome decideByRow(
      SignedCall call, CallBody body, KeySnapshot key, Nonce nonce, Instant now)
      throws SQLException {
    if (isGuess(key, call, body) && !rates.hasRoomFor(key.id(), costOf(call), now)) {
      return afterTooMany(key, nonce, now);
    }
    if (isSlow(key, call, body)) {
      Optional<CallState> state = states.read(key.id());
      if (hasChanged(key, state)) {
        return Outcome.changed();
      }
      if (state.get().isLocked(now.toEpochMilli())) {
        // it counts nothing under the lock, and takes the time that a remembered password takes
        states.countFailure(key, nonce, lockout.rule(), now.toEpochMilli());
        return refuseLocked(key, nonce, now);
      }
    }
    FactorCheck factor = secondFactors.check(key, call, body, now);
    if (factor instanceof FactorCheck.Missing missing) {
      return afterMissing(key, nonce, missing.reason(), now);
    }
    if (factor instanceof FactorCheck.Leased leased) {
      return decideByLease(key, nonce, leased.use(), now);
    }
    if (factor instanceof FactorCheck.Wrong) {
      return afterWrong(call, key, nonce, now);
    }
    Optional<Long> strictStep =
        factor instanceof FactorCheck.RightCode code && code.strict()
            ? Optional.of(code.timeStep())
            : Optional.empty();
    boolean proven = !(factor instanceof FactorCheck.NotNeeded);
    if (states.accept(key, nonce, proven, strictStep, LeaseUse.NONE, now.toEpochMilli())) {
      return afterAccepting(key, nonce, false, now);
    }
    Outcome refused = explain(key, nonce, strictStep, now);
    if (factor instanceof FactorCheck.RightPassword right
        && right.remembered()
        && refused.isFor(Refusal.OLD_NONCE)) {
      // where no guess is counted, a right one must not be the quicker one
      secondFactors.takeTheTimeOfAHash(body.otp().orElseThrow());
    }
    return refused;
  }

  /** A lease lets the call through, and proves nothing: wrong codes before it stay counted. */
  private Outcome decideByLease(KeySnapshot key, Nonce nonce, LeaseUse use, Instant now)
      throws SQLException {
    if (states.accept(key, nonce, false, Optional.empty(), use, now.toEpochMilli())) {
      return afterAccepting(key, nonce, true, now);
    }
    Optional<CallState> state = states.read(key.id());
    if (hasChanged(key, state)) {
      return Outcome.changed();
    }
    Optional<Refusal> refused = use.refusedBy(state.get());
    return refused.isPresent()
        ? afterMissing(key, nonce, refused.get(), now)
        : explain(key, nonce, Optional.empty(), now);
  }

  /**
   * Whether the answer will tell whether a factor is right. Beyond the call rate none is looked at,
   * so that guesses are no faster than calls: check 8 would refuse a right one alike.
   */
  private boolean isGuess(KeySnapshot key, SignedCall call, CallBody body) {
    return body.otp().isPresent() && secondFactors.isNeeded(key, call.function());
  }

  private int costOf(SignedCall call) {
    return functions.find(call.function()).map(PrivateFunction::cost).orElse(DEFAULT_COST);
  }

  private Outcome afterTooMany(KeySnapshot key, Nonce nonce, Instant now) throws SQLException {
    boolean fresh = states.spend(key, nonce, now.toEpochMilli());
    Optional<CallState> state = states.read(key.id());
    if (hasChanged(key, state)) {
      return Outcome.changed();
    }
    if (state.get().isLocked(now.toEpochMilli())) {
      return Outcome.refusedByRow(Refusal.KEY_LOCKED);
    }
    return Outcome.refusedByRow(fresh ? Refusal.RATE_EXCEEDED : Refusal.OLD_NONCE);
  }

  /** The floor is asked again: the connection may be the first one to a promoted standby. */
  private Outcome afterAccepting(KeySnapshot key, Nonce nonce, boolean leased, Instant now) {
    return isOfThisHistory(key, nonce, now)
        ? Outcome.goOn(leased)
        : Outcome.refusedByRow(Refusal.NONCE_BEFORE_FAILOVER);
  }

  private boolean isOfThisHistory(KeySnapshot key, Nonce nonce, Instant now) {
    return floor.admits(nonce, key.signedSince(now), now);
  }

  /** The nonce is spent all the same, so that the call is not good later either. */
  private Outcome afterFailover(KeySnapshot key, Nonce nonce, Instant now) throws SQLException {
    states.spend(key, nonce, now.toEpochMilli());
    return hasChanged(key, states.read(key.id()))
        ? Outcome.changed()
        : Outcome.refusedByRow(Refusal.NONCE_BEFORE_FAILOVER);
  }

  /** Before a slow hash is computed for a locked key, the row is asked. */
  private boolean isSlow(KeySnapshot key, SignedCall call, CallBody body) {
    return secondFactors.isNeeded(key, call.function())
        && key.secondFactor().orElseThrow()
            instanceof org.doublelock.secondfactor.SecondFactor.StaticPassword
        && body.otp().filter(sent -> !key.rememberedPassword().matches(sent)).isPresent();
  }

  private static boolean hasChanged(KeySnapshot key, Optional<CallState> state) {
    return state.isEmpty() || state.get().epoch() != key.epoch();
  }

  private Outcome refuseLocked(KeySnapshot key, Nonce nonce, Instant now) throws SQLException {
    states.spend(key, nonce, now.toEpochMilli());
    return Outcome.refusedByRow(Refusal.KEY_LOCKED);
  }

  private Outcome afterWrong(SignedCall call, KeySnapshot key, Nonce nonce, Instant now)
      throws SQLException {
    long nowMillis = now.toEpochMilli();
    Optional<WrongGuesses> counted = states.countFailure(key, nonce, lockout.rule(), nowMillis);
    if (counted.isEmpty()) {
      return explain(key, nonce, Optional.empty(), now);
    }
    // a call that is exempt from the rate is not when it guesses
    rates.admit(key.id(), Math.max(DEFAULT_COST, costOf(call)), now);
    if (counted.get().isLocked(nowMillis)) {
      journal.locked(call, key, now);
    }
    return Outcome.refusedByRow(Refusal.OTP_WRONG);
  }

  private Outcome afterMissing(KeySnapshot key, Nonce nonce, Refusal reason, Instant now)
      throws SQLException {
    states.spend(key, nonce, now.toEpochMilli());
    Optional<CallState> state = states.read(key.id());
    if (hasChanged(key, state)) {
      return Outcome.changed();
    }
    if (state.get().isLocked(now.toEpochMilli())) {
      return Outcome.refusedByRow(Refusal.KEY_LOCKED);
    }
    return Outcome.refusedByRow(reason);
  }

  /** Why the row refused: it is read again, and what it says now is the reason. */
  private Outcome explain(KeySnapshot key, Nonce nonce, Optional<Long> strictStep, Instant now)
      throws SQLException {
    Optional<CallState> state = states.read(key.id());
    if (hasChanged(key, state)) {
      return Outcome.changed();
    }
    if (state.get().isLocked(now.toEpochMilli())) {
      return refuseLocked(key, nonce, now);
    }
    boolean stepUsed = strictStep.filter(step -> step <= state.get().lastTimeStep()).isPresent();
    if (stepUsed && states.spend(key, nonce, now.toEpochMilli())) {
      return Outcome.refusedByRow(Refusal.OTP_REUSED);
    }
    return Outcome.refusedByRow(Refusal.OLD_NONCE);
  }

  private Verdict checkFunction(
      SignedCall call, CallBody body, KeySnapshot key, boolean leased, Instant now) {
    Optional<PrivateFunction> function = functions.find(call.function());
    // 8. the call rate
    if (!rates.admit(key.id(), function.map(PrivateFunction::cost).orElse(DEFAULT_COST), now)) {
      return new Verdict.Refused(Refusal.RATE_EXCEEDED);
    }
    // 9. the function
    if (function.isEmpty()) {
      return new Verdict.Refused(Refusal.UNKNOWN_FUNCTION);
    }
    // 10. the permission
    if (!function.get().access().admits(key.permissions())) {
      return new Verdict.Refused(Refusal.NO_PERMISSION);
    }
    return new Verdict.Accepted(
        function.get(),
        key.caller(body.nonce().orElse(""), call.callerAddress()),
        new Arguments(body.arguments()),
        leased ? key.lease() : Optional.empty());
  }

  /** What is answered as an unknown key is counts as one, else the count would tell them apart. */
  private static boolean isStrangers(Refusal reason) {
    return reason == Refusal.WRONG_SIGNATURE
        || reason.wireError().equals(Refusal.UNKNOWN_KEY.wireError());
  }

  /**
   * What a call came to.
   *
   * @param key the key it named, if there is one; its owner may know
   * @param lease the key's lease, where the call was checked against one
   */
  private record Decision(Verdict verdict, Optional<KeyStanding> key, Optional<Lease> lease) {}

  /**
   * A round's outcome.
   *
   * @param verdict null while checks are left to do
   * @param decidedByRow whether the row, and not only the snapshot, was asked
   * @param overtaken whether the key changed meanwhile, so that the round does not count
   * @param leased whether the key's lease stood in for its second factor
   */
  private record Outcome(Verdict verdict, boolean decidedByRow, boolean overtaken, boolean leased) {

    boolean isFor(Refusal reason) {
      return new Verdict.Refused(reason).equals(verdict);
    }

    static Outcome refused(Refusal reason) {
      return new Outcome(new Verdict.Refused(reason), false, false, false);
    }

    static Outcome refusedByRow(Refusal reason) {
      return new Outcome(new Verdict.Refused(reason), true, false, false);
    }

    static Outcome byRow(Verdict verdict) {
      return new Outcome(verdict, true, false, false);
    }

    static Outcome changed() {
      return new Outcome(null, true, true, false);
    }

    static Outcome goOn(boolean leased) {
      return new Outcome(null, true, false, leased);
    }
  }
}
