package org.doublelock.secondfactor;

import java.util.Optional;
import org.doublelock.edge.Coded;

/** How the holder of a key proves a second time that a call is theirs. */
public enum SecondFactorMethod implements Coded {
  /** Time-based one-time codes, RFC 6238. */
  TOTP,
  /** A static password: least secure, since whoever reads one call has it. */
  PASSWORD;

  public static Optional<SecondFactorMethod> fromCode(String code) {
    return Coded.among(values(), code);
  }
}
