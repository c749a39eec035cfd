package org.doublelock.account.password;

import java.security.SecureRandom;
import org.doublelock.account.factor.RecoveryCode;

/** Passwords that an operator hands to the holder of an account. */
public final class GivenPassword {

  private static final SecureRandom RANDOM = new SecureRandom();

  private GivenPassword() {}

  /** 125 random bits, in groups that can be read out. */
  public static String random() {
    return RecoveryCode.generate(RANDOM).read();
  }
}
