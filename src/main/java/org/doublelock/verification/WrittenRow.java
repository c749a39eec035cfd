package org.doublelock.verification;

import java.sql.SQLException;
import java.util.Optional;
import org.doublelock.otp.LockoutRule;
import org.doublelock.otp.WrongGuesses;

/** The row that decides a key's calls, and this node's count of them. */
record WrittenRow(CallStates states, LockoutRule rule, CallRates rates, CallJournal journal)
    implements DecidingRow {

  @Override
  public Optional<CallState> read(CheckedCall call) throws SQLException {
    return states.read(call.keyId());
  }

  @Override
  public boolean accept(Acceptance asked) throws SQLException {
    return states.accept(asked);
  }

  @Override
  public boolean spend(CheckedCall call) throws SQLException {
    return states.spend(call);
  }

  @Override
  public boolean countWrong(CheckedCall call) throws SQLException {
    Optional<WrongGuesses> counted = states.countFailure(call, rule);
    if (counted.isPresent()) {
      rates.admit(call.keyId(), call.costOfGuess(), call.now());
      if (counted.get().isLocked(call.nowMillis())) {
        journal.locked(call.sent(), call.key(), call.now());
      }
    }
    return counted.isPresent();
  }

  @Override
  public boolean countCall(CheckedCall call) {
    return rates.admit(call.keyId(), call.cost(), call.now());
  }
}
