package org.doublelock.verification;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What decides checks 5 to 8, and where what came of them is written. For a call it is the key's
 * row; a test of a key only learns what the row would say.
 */
interface DecidingRow {

  /** The row as it is now; empty when there is none. */
  Optional<CallState> read(CheckedCall call) throws SQLException;

  /**
   * Accepts the call if its nonce is fresh, the key unchanged and unlocked and, for a strict code,
   * its time step unused.
   */
  boolean accept(Acceptance asked) throws SQLException;

  /** Spends, or notes, the nonce of a call that is refused; false when it was no fresh one. */
  boolean spend(CheckedCall call) throws SQLException;

  /** Spends the nonce and counts a wrong second factor; false when it does not count. */
  boolean countWrong(CheckedCall call) throws SQLException;

  /** Counts the call towards its key's rate; false when there is no room for it. */
  boolean countCall(CheckedCall call);
}
