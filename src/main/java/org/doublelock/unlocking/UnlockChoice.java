package org.doublelock.unlocking;

import java.time.Duration;
import org.doublelock.secondfactor.SecondFactorMethod;

/**
 * What the owner of a key has chosen about unlocking it.
 *
 * @param allowed whether it may be unlocked at all
 * @param longest for how long at most
 * @param asks whether to ask them when a program was refused for want of a code
 */
public record UnlockChoice(boolean allowed, Duration longest, boolean asks) {

  /**
   * Until something is chosen. A password goes with each call, so a program that knows one needs no
   * unlocking; where it is a person who types it, they may still choose so.
   */
  static UnlockChoice before(SecondFactorMethod method, UnlockPolicy policy) {
    return new UnlockChoice(method == SecondFactorMethod.TOTP, policy.longest(), true);
  }

  /** As far as the deployment allows it. */
  UnlockChoice within(UnlockPolicy policy) {
    Duration shorter = longest.compareTo(policy.longest()) < 0 ? longest : policy.longest();
    return new UnlockChoice(allowed && policy.isAllowed(), shorter, asks && policy.asks());
  }

  /** The same for the same choice and for no other: by it a form says which one it showed. */
  public String mark() {
    return allowed + "-" + longest.toMinutes() + "-" + asks;
  }

  public boolean admits(Duration length) {
    return allowed && !length.isNegative() && !length.isZero() && length.compareTo(longest) <= 0;
  }
}
