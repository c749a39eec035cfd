package org.doublelock.account.factor;

import org.doublelock.edge.Coded;
import org.doublelock.otp.TypedCode;

/** What a person gave as their account's second factor, by its form alone. */
public enum TypedFactor implements Coded {
  /** Six digits. */
  CODE,
  RECOVERY_CODE,
  /** A passkey's answer in JSON, which nobody typed. */
  PASSKEY,
  /** None of these: a slip of the hand, which is no guess. */
  NONE;

  public static TypedFactor of(String typed) {
    if (Passkeys.isAnswer(typed)) {
      return PASSKEY;
    }
    if (RecoveryCode.parse(typed).isPresent()) {
      return RECOVERY_CODE;
    }
    return TypedCode.oneTime(typed).isPresent() ? CODE : NONE;
  }
}
