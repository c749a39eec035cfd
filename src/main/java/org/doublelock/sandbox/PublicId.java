package org.doublelock.sandbox;

import java.security.SecureRandom;

/**
 * The ids that clients see: a letter for what it is and sixteen random characters, in the published
 * grouping, such as {@code OUF4EM-FRGI2-MQMWZD}.
 */
public final class PublicId {

  private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private PublicId() {}

  public static String order() {
    return random('O');
  }

  public static String trade() {
    return random('T');
  }

  public static String ledgerEntry() {
    return random('L');
  }

  public static String funding() {
    return random('F');
  }

  public static String export() {
    return random('E');
  }

  private static String random(char kind) {
    StringBuilder id = new StringBuilder(19).append(kind);
    while (id.length() < 19) {
      id.append(id.length() == 6 || id.length() == 12 ? '-' : randomCharacter());
    }
    return id.toString();
  }

  private static char randomCharacter() {
    return CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length()));
  }
}
