package org.doublelock.activity;

import java.util.Optional;
import org.doublelock.edge.Coded;

/** What can happen to an account or to one of its keys. */
public enum EventKind implements Coded {
  ACCOUNT_OPENED,
  ACCOUNT_LOCKED,
  ACCOUNT_UNLOCKED,
  SIGNED_IN,
  SIGNED_IN_FROM_NEW_BROWSER,
  SIGN_IN_REFUSED,
  SIGN_IN_CODE_REFUSED,
  SIGN_IN_HELD_BACK,
  SIGN_IN_CODES_HELD_BACK,
  SIGNED_OUT,
  SESSION_ENDED,
  STEP_UP_REFUSED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  ADDRESS_CHANGE_ASKED,
  ADDRESS_CHANGED,
  AUTHENTICATOR_ADDED,
  AUTHENTICATOR_RENAMED,
  AUTHENTICATOR_REMOVED,
  PASSKEY_ADDED,
  PASSKEY_RENAMED,
  PASSKEY_REMOVED,
  RECOVERY_CODES_MADE,
  RECOVERY_CODE_USED,
  SIGN_IN_FACTORS_RESET,
  IDENTITY_LINKED,
  IDENTITY_UNLINKED,
  IDENTITY_RELEASED,
  IDENTITY_ADMITTED,
  KEY_CREATED,
  KEY_CHANGED,
  KEY_DISABLED,
  KEY_ENABLED,
  KEY_FROZEN,
  KEY_SECRET_REPLACED,
  KEY_DELETED,
  KEY_LOCKED,
  TWO_FACTOR_ON,
  TWO_FACTOR_REPLACED,
  TWO_FACTOR_OFF,
  TWO_FACTOR_OFF_BEGUN,
  TWO_FACTOR_OFF_STOPPED,
  TWO_FACTOR_REQUIRED,
  LEASE_ASKED,
  LEASE_GRANTED,
  LEASE_GRANTED_BY_CALL,
  LEASE_ENDED,
  LEASE_RAN_OUT;

  /** Whether an operator did it. */
  public boolean isByOperator() {
    return switch (this) {
      case ACCOUNT_LOCKED,
          ACCOUNT_UNLOCKED,
          SIGN_IN_FACTORS_RESET,
          IDENTITY_RELEASED,
          IDENTITY_ADMITTED ->
          true;
      default -> false;
    };
  }

  /** The kind that a {@link #code} stands for; empty for one of a newer release. */
  public static Optional<EventKind> of(String code) {
    return Coded.among(values(), code);
  }
}
