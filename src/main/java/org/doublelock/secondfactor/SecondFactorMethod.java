package org.doublelock.secondfactor;

import java.util.Arrays;
import java.util.Optional;

/** How the holder of a key proves a second time that a call is theirs. */
public enum SecondFactorMethod {
  /** Time-based one-time codes, RFC 6238. */
  TOTP("totp"),
  /** A static password: least secure, since whoever reads one call has it. */
  PASSWORD("password");

  private final String code;

  SecondFactorMethod(String code) {
    this.code = code;
  }

  /** The name in the database, in forms and in message keys. */
  public String code() {
    return code;
  }

  public static Optional<SecondFactorMethod> fromCode(String code) {
    return Arrays.stream(values()).filter(method -> method.code.equals(code)).findFirst();
  }
}
