package org.doublelock.account;

/** Everybody may sign in with a password, as where no identity provider is configured. */
final class EverybodysPassword extends LocalSignIn {

  @Override
  public boolean isOpenTo(Account account) {
    return true;
  }
}
