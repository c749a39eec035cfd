package org.doublelock.sandbox;

import java.util.UUID;
import org.doublelock.account.AccountId;

/**
 * The account that makes the market. It owns nothing and pays nothing: what it trades comes out of
 * the world and goes back there.
 */
public final class House {

  public static final AccountId ACCOUNT =
      new AccountId(UUID.fromString("00000000-0000-4000-8000-000000000001"));

  private House() {}

  public static boolean is(AccountId account) {
    return account.equals(ACCOUNT);
  }
}
