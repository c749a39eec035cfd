package org.doublelock.sandbox.trading;

import java.util.Optional;

/** A 32-bit number that a client marks its orders with. */
final class Userref {

  private Userref() {}

  static Optional<Integer> read(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException notAnInteger) {
      return Optional.empty();
    }
  }
}
