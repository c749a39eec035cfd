package org.doublelock.account;

/** What an account's holder does to it while an operator locks it. */
enum OwnersAct {
  CHANGE_PASSWORD,
  ASK_FOR_ADDRESS,
  BEGIN_APP,
  CONFIRM_APP,
  RENAME_APP,
  RENAME_PASSKEY,
  REMOVE_APP,
  ADD_PASSKEY,
  REMOVE_PASSKEY,
  RENEW_RECOVERY_CODES,
  KEEP_RECOVERY_CODES
}
