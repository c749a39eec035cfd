package org.doublelock.account.signin;

import java.time.Instant;
import org.doublelock.account.AccountId;
import org.doublelock.account.GuessCount;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;

/** A wrong guess at something of an account. */
final class RefusedGuess {

  private RefusedGuess() {}

  /** Only what is counted is told, so nobody can fill the owner's list without end. */
  static void count(
      AccountId id, GuessCount guesses, EventKind refused, SecurityEvents events, Instant now) {
    guesses.failed(now);
    events.record(refused, id.value());
    if (guesses.isLocked(now)) {
      events.record(heldBack(refused), id.value());
    }
  }

  /** Apart: anybody can guess passwords, codes are asked for where one was right. */
  private static EventKind heldBack(EventKind refused) {
    return refused == EventKind.SIGN_IN_CODE_REFUSED
        ? EventKind.SIGN_IN_CODES_HELD_BACK
        : EventKind.SIGN_IN_HELD_BACK;
  }
}
