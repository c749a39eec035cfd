package org.doublelock.verification;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Checks 5 to 7: the lockout, the second factor and the nonce's freshness. One statement on the
 * key's row decides them together, so each way ends with what the row said.
 */
final class RowChecks {

  private static final Optional<Long> ANY_STEP = Optional.empty();

  private final SecondFactorCheck secondFactors;
  private final CallRates rates;
  private final HistoryFloor floor;

  RowChecks(SecondFactorCheck secondFactors, CallRates rates, HistoryFloor floor) {
    this.secondFactors = secondFactors;
    this.rates = rates;
    this.floor = floor;
  }

  Outcome run(CheckedCall call, DecidingRow row) throws SQLException {
    // what the row says holds only for what the database cannot have forgotten
    if (!floor.admits(call)) {
      return afterFailover(call, row);
    }
    if (isGuess(call) && !rates.hasRoomFor(call.keyId(), call.cost(), call.now())) {
      return afterTooMany(call, row);
    }
    if (secondFactors.isSlow(call)) {
      Optional<Outcome> stopped = stoppedBeforeSlowHash(call, row);
      if (stopped.isPresent()) {
        return stopped.get();
      }
    }
    FactorCheck factor = secondFactors.check(call);
    if (factor instanceof FactorCheck.Missing missing) {
      return afterMissing(call, row, missing.reason());
    }
    if (factor instanceof FactorCheck.Leased leased) {
      return decideByLease(call, row, leased.use());
    }
    if (factor instanceof FactorCheck.Wrong) {
      return row.countWrong(call)
          ? Outcome.refused(Refusal.OTP_WRONG)
          : explain(call, row, ANY_STEP);
    }
    return decide(call, row, factor);
  }

  /**
   * Whether the answer will tell whether a factor is right. Beyond the call rate none is looked at,
   * so that guesses are no faster than calls: check 8 would refuse a right one alike.
   */
  private boolean isGuess(CheckedCall call) {
    return call.body().otp().isPresent() && secondFactors.isNeeded(call);
  }

  /** With a right second factor, or for a call that needs none. */
  private Outcome decide(CheckedCall call, DecidingRow row, FactorCheck factor)
      throws SQLException {
    Optional<Long> strictStep =
        factor instanceof FactorCheck.RightCode code && code.strict()
            ? Optional.of(code.timeStep())
            : ANY_STEP;
    boolean proven = !(factor instanceof FactorCheck.NotNeeded);
    if (row.accept(new Acceptance(call, proven, strictStep, LeaseUse.NONE))) {
      return afterAccepting(call, new Outcome.Passed(Optional.empty(), LeaseUse.NONE));
    }
    Outcome refused = explain(call, row, strictStep);
    if (refused.equals(Outcome.refused(Refusal.OLD_NONCE))) {
      EqualTimes.besideOldNonce(call, factor, secondFactors);
    }
    return refused;
  }

  /** A lease lets the call through, and proves nothing: wrong codes before it stay counted. */
  private Outcome decideByLease(CheckedCall call, DecidingRow row, LeaseUse use)
      throws SQLException {
    if (row.accept(new Acceptance(call, false, ANY_STEP, use))) {
      return afterAccepting(call, new Outcome.Passed(call.key().lease(), use));
    }
    Optional<CallState> state = row.read(call);
    if (call.isOvertaken(state)) {
      return Outcome.overtaken();
    }
    Optional<Refusal> refused = use.refusedBy(state.get());
    return refused.isPresent()
        ? afterMissing(call, row, refused.get())
        : explain(call, row, ANY_STEP);
  }

  /** The floor is asked again: the connection may be the first one to a promoted standby. */
  private Outcome afterAccepting(CheckedCall call, Outcome passed) {
    return floor.isOf(call) && floor.admits(call)
        ? passed
        : Outcome.refused(Refusal.NONCE_BEFORE_FAILOVER);
  }

  /** The nonce is spent all the same, so that the call is not good later either. */
  private static Outcome afterFailover(CheckedCall call, DecidingRow row) throws SQLException {
    row.spend(call);
    return call.isOvertaken(row.read(call))
        ? Outcome.overtaken()
        : Outcome.refused(Refusal.NONCE_BEFORE_FAILOVER);
  }

  private static Outcome afterTooMany(CheckedCall call, DecidingRow row) throws SQLException {
    Refusal reason = row.spend(call) ? Refusal.RATE_EXCEEDED : Refusal.OLD_NONCE;
    return refuse(call, row.read(call), reason);
  }

  private static Outcome afterMissing(CheckedCall call, DecidingRow row, Refusal reason)
      throws SQLException {
    row.spend(call);
    return refuse(call, row.read(call), reason);
  }

  /** With that reason, if the row does not know a better one. */
  private static Outcome refuse(CheckedCall call, Optional<CallState> state, Refusal reason) {
    if (call.isOvertaken(state)) {
      return Outcome.overtaken();
    }
    return Outcome.refused(state.get().isLocked(call.nowMillis()) ? Refusal.KEY_LOCKED : reason);
  }

  /** Before a slow hash is computed for a key that is locked out, the row is asked. */
  private static Optional<Outcome> stoppedBeforeSlowHash(CheckedCall call, DecidingRow row)
      throws SQLException {
    Optional<CallState> state = row.read(call);
    if (call.isOvertaken(state)) {
      return Optional.of(Outcome.overtaken());
    }
    if (!state.get().isLocked(call.nowMillis())) {
      return Optional.empty();
    }
    EqualTimes.underLockout(call, row);
    return Optional.of(refuseLocked(call, row));
  }

  /** Why the row refused: it is read again, and what it says now is the reason. */
  private Outcome explain(CheckedCall call, DecidingRow row, Optional<Long> strictStep)
      throws SQLException {
    if (!floor.admits(call)) { // which the row may have been the first to see
      return afterFailover(call, row);
    }
    Optional<CallState> state = row.read(call);
    if (call.isOvertaken(state)) {
      return Outcome.overtaken();
    }
    if (state.get().isLocked(call.nowMillis())) {
      return refuseLocked(call, row);
    }
    boolean stepUsed = strictStep.filter(step -> step <= state.get().lastTimeStep()).isPresent();
    return Outcome.refused(stepUsed && row.spend(call) ? Refusal.OTP_REUSED : Refusal.OLD_NONCE);
  }

  private static Outcome refuseLocked(CheckedCall call, DecidingRow row) throws SQLException {
    row.spend(call);
    return Outcome.refused(Refusal.KEY_LOCKED);
  }
}
