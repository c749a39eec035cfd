package org.doublelock.account.factor;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.otp.TypedCode;

/**
 * A code that opens the account once when no other second factor is at hand: 25 characters of a
 * 32-letter alphabet without look-alikes, so 125 random bits.
 */
public final class RecoveryCode {

  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz023456789";
  private static final int LENGTH = 25;
  private static final int GROUP = 5;

  private final String letters;

  private RecoveryCode(String letters) {
    this.letters = letters;
  }

  /** Makes one of random bits alone. */
  public static RecoveryCode generate(SecureRandom random) {
    return new RecoveryCode(
        IntStream.range(0, LENGTH)
            .mapToObj(at -> ALPHABET.charAt(random.nextInt(ALPHABET.length())))
            .map(String::valueOf)
            .collect(Collectors.joining()));
  }

  /** What was typed, in any case and with blanks or dashes anywhere; empty when it is no code. */
  public static Optional<RecoveryCode> parse(String typed) {
    String letters = TypedCode.bare(typed).toLowerCase(Locale.ROOT).replace('o', '0');
    boolean valid =
        letters.length() == LENGTH && letters.chars().allMatch(at -> ALPHABET.indexOf(at) >= 0);
    return valid ? Optional.of(new RecoveryCode(letters)) : Optional.empty();
  }

  /** The code in groups of five, to be kept. */
  public String read() {
    return IntStream.range(0, LENGTH / GROUP)
        .mapToObj(group -> letters.substring(group * GROUP, (group + 1) * GROUP))
        .collect(Collectors.joining("-"));
  }

  /** What is stored: the code of one account is none of another's. */
  String hash(AccountId account) {
    return BearerToken.sha256(account + ":" + letters);
  }

  @Override
  public String toString() {
    return "RecoveryCode[hidden]";
  }
}
