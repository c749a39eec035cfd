package org.doublelock.signing;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a signature is written: in base64, and what programs write instead. */
public enum SignatureText {
  /** As it is taken: 86 characters of base64, with the two {@code =} at the end or without. */
  BASE64,
  /** One {@code =} at the end, or too many. */
  PADDING,
  /** {@code -} and {@code _} in the place of {@code +} and {@code /}. */
  URL_SAFE,
  HEX,
  /** Broken into lines, or with blanks in it. */
  BLANKS,
  /** Nothing that stands for 64 bytes. */
  UNKNOWN;

  private static final int BYTES = 64;
  private static final int DIGITS = 86;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern HEX_DIGITS = Pattern.compile("[0-9a-f]{128}");

  /** The bytes that a text stands for, written as it has to be; empty for any other text. */
  static Optional<byte[]> bytes(String text) {
    boolean padded = text.length() == DIGITS + 2 && text.endsWith("==");
    String digits = padded ? text.substring(0, DIGITS) : text;
    if (digits.length() != DIGITS) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(digits);
      // The last digit has four bits that belong to no byte: only one way to write it is right.
      boolean canonical = Base64.getEncoder().withoutPadding().encodeToString(bytes).equals(digits);
      return Optional.of(bytes).filter(read -> canonical && read.length == BYTES);
    } catch (IllegalArgumentException otherCharacters) {
      return Optional.empty();
    }
  }

  /** How a text is written. */
  public static SignatureText of(String text) {
    if (bytes(text).isPresent()) {
      return BASE64;
    }
    String joined = SPACE.matcher(text).replaceAll("");
    if (HEX_DIGITS.matcher(joined.toLowerCase(Locale.ROOT)).matches()) {
      return HEX;
    }
    if (asBase64(text).isEmpty()) {
      return UNKNOWN;
    }
    if (joined.length() < text.length()) {
      return BLANKS;
    }
    return joined.contains("-") || joined.contains("_") ? URL_SAFE : PADDING;
  }

  /** The same bytes as they have to be written; empty for a text that stands for none. */
  public static Optional<String> asBase64(String text) {
    String joined = SPACE.matcher(text).replaceAll("");
    if (HEX_DIGITS.matcher(joined.toLowerCase(Locale.ROOT)).matches()) {
      byte[] bytes = HexFormat.of().parseHex(joined.toLowerCase(Locale.ROOT));
      return Optional.of(Base64.getEncoder().encodeToString(bytes));
    }
    int end = joined.length();
    while (end > 0 && joined.charAt(end - 1) == '=') {
      end--;
    }
    String digits = joined.substring(0, end).replace('-', '+').replace('_', '/');
    return bytes(digits).map(Base64.getEncoder()::encodeToString);
  }
}
