package org.doublelock.otp;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code that a person typed or pasted. Apps show it in groups, and what is copied from a page
 * brings blanks of its own, so blanks of any kind and hyphens inside it do not count. Programs are
 * not people: what they send is read by {@link OneTimePassword#parse}.
 */
public final class TypedCode {

  /** Separators, white space, what nobody sees, dashes, and the minus sign. */
  private static final Pattern IGNORED = Pattern.compile("[\\p{Z}\\s\\p{Cf}\\p{Pd}\u2212]");

  private TypedCode() {}

  /** What was typed, without blanks and hyphens. */
  public static String bare(String typed) {
    return IGNORED.matcher(typed).replaceAll("");
  }

  /** The one-time password that was typed; empty when it is not six ASCII digits. */
  public static Optional<OneTimePassword> oneTime(String typed) {
    return OneTimePassword.parse(bare(typed));
  }
}
