package org.doublelock.verification;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.signing.Nonce;
import org.doublelock.verification.DryRunReport.Line;

/**
 * What the row would say to a call that is only tested. Nothing is written but a wrong second
 * factor, which counts as one in a call does, since a test tells as much about it.
 */
final class ForeseenRow implements DecidingRow {

  private static final Set<Check> NOT_BY_ROW =
      EnumSet.complementOf(EnumSet.of(Check.LOCKOUT, Check.SECOND_FACTOR, Check.FRESHNESS));

  private final CallStates states;
  private final UsedNonces nonces;
  private final SecondFactors factors;
  private final CallRates rates;

  private Nonce last = new Nonce(0);
  private final Map<Check, Line> found = new EnumMap<>(Check.class);

  ForeseenRow(CallStates states, UsedNonces nonces, SecondFactors factors, CallRates rates) {
    this.states = states;
    this.nonces = nonces;
    this.factors = factors;
    this.rates = rates;
    NOT_BY_ROW.forEach(check -> found.put(check, Line.passed(check, "")));
    found.put(Check.ARGUMENTS, Line.needsTheCall());
  }

  @Override
  public Optional<CallState> read(CheckedCall call) throws SQLException {
    Optional<CallState> state = states.read(call.keyId());
    state.ifPresent(row -> last = row.lastNonce());
    if (state.filter(row -> !row.isLocked(call.nowMillis())).isPresent()) {
      found.put(Check.LOCKOUT, Line.passed(Check.LOCKOUT, ""));
    }
    return state;
  }

  @Override
  public boolean accept(Acceptance asked) throws SQLException {
    CheckedCall call = asked.call();
    boolean leased = asked.use().calls() > 0;
    found.put(
        Check.SECOND_FACTOR, Line.passed(Check.SECOND_FACTOR, leased ? DryRunReport.UNLOCKED : ""));
    Optional<CallState> state = read(call);
    if (call.isOvertaken(state) || state.get().isLocked(call.nowMillis())) {
      return false;
    }
    if (asked.strictStep().filter(step -> step <= state.get().lastTimeStep()).isPresent()) {
      found.put(Check.SECOND_FACTOR, Line.failed(Check.SECOND_FACTOR, Refusal.OTP_REUSED));
      return false;
    }
    boolean accepted =
        (!leased || asked.use().refusedBy(state.get()).isEmpty())
            && nonces.isFresh(asked, state.get());
    if (accepted) {
      found.put(Check.FRESHNESS, Line.passed(Check.FRESHNESS, ""));
    }
    return accepted;
  }

  @Override
  public boolean spend(CheckedCall call) throws SQLException {
    Optional<CallState> state = states.read(call.keyId());
    return !call.isOvertaken(state)
        && nonces.isFresh(new Acceptance(call, true, Optional.empty(), LeaseUse.NONE), state.get());
  }

  /** Of many tests at once no more are answered than calls would be. */
  @Override
  public boolean countWrong(CheckedCall call) throws SQLException {
    found.put(Check.SECOND_FACTOR, Line.failed(Check.SECOND_FACTOR, Refusal.OTP_WRONG));
    return factors.countWrong(call.keyId(), call.now()) && spend(call);
  }

  @Override
  public boolean countCall(CheckedCall call) {
    return rates.hasRoomFor(call.keyId(), call.cost(), call.now());
  }

  /** The key's last nonce when its row was last read. */
  Nonce lastNonce() {
    return last;
  }

  /** How the checks went, up to the one that refused. */
  List<Line> lines(Optional<Refusal> refusal) {
    return Arrays.stream(Check.values()).map(check -> line(check, refusal)).toList();
  }

  private Line line(Check check, Optional<Refusal> refusal) {
    int beyond = refusal.map(reason -> check.compareTo(reason.check())).orElse(-1);
    if (beyond < 0) {
      return found.getOrDefault(check, Line.notReached(check));
    }
    return beyond == 0 ? Line.failed(check, refusal.get()) : Line.notReached(check);
  }
}
