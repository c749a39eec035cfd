package org.doublelock.administration;

import org.doublelock.account.Account;
import org.doublelock.account.AccountId;

/**
 * An account as an operator saw it who decides about it.
 *
 * @param epoch its {@link Account#accessEpoch} then, which every act of an operator raises
 */
public record SeenAccount(AccountId id, long epoch) {

  private static final long NEVER = -1;

  public static SeenAccount of(Account account) {
    return new SeenAccount(account.id(), account.accessEpoch());
  }

  /**
   * @param mark what a form says, by {@link #mark}; where that is nothing good, it is an account
   *     that has changed
   */
  public static SeenAccount of(AccountId id, String mark) {
    try {
      return new SeenAccount(id, Long.parseLong(mark));
    } catch (NumberFormatException nothing) {
      return new SeenAccount(id, NEVER);
    }
  }

  /** What a form says of it. */
  public String mark() {
    return Long.toString(epoch);
  }
}
