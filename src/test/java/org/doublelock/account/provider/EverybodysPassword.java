package org.doublelock.account.provider;

import org.doublelock.account.Account;

/** Everybody may sign in with a password, as where no identity provider is configured. */
public final class EverybodysPassword extends LocalSignIn {

  @Override
  public boolean isOpenTo(Account account) {
    return true;
  }
}
