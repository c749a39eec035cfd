package org.doublelock.sandbox.key;

import java.math.BigInteger;
import java.util.Locale;
import org.doublelock.account.AccountId;

/**
 * The number that an account shows to the outside: {@code AA} and 14 characters made from its id,
 * in groups of four, such as {@code AA3F 9K0Q 77TB 1ZXC}.
 */
final class PublicAccountNumber {

  private static final int CHARACTERS = 14;

  private PublicAccountNumber() {}

  static String of(AccountId account) {
    String hexadecimal = account.value().toString().replace("-", "");
    String digits = new BigInteger(hexadecimal, 16).toString(36).toUpperCase(Locale.ROOT);
    String padded = "0".repeat(CHARACTERS) + digits;
    String number = "AA" + padded.substring(padded.length() - CHARACTERS);
    return number.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
