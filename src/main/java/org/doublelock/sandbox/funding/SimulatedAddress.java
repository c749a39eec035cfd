package org.doublelock.sandbox.funding;

import java.security.SecureRandom;
import java.util.Locale;
import org.doublelock.sandbox.market.Asset;

/**
 * Addresses and transaction ids of a world that does not exist. An address is made so that no real
 * network takes it for one of its own: nobody can lose money by sending some there.
 */
final class SimulatedAddress {

  private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final String HEXADECIMAL = "0123456789abcdef";
  private static final SecureRandom RANDOM = new SecureRandom();

  private SimulatedAddress() {}

  static String of(Asset asset) {
    return "sim1" + asset.altname().toLowerCase(Locale.ROOT) + random(CHARACTERS, 32);
  }

  static String transaction() {
    return random(HEXADECIMAL, 64);
  }

  private static String random(String characters, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(characters.charAt(RANDOM.nextInt(characters.length())));
    }
    return text.toString();
  }
}
