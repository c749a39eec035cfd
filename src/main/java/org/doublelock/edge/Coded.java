package org.doublelock.edge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A constant of an enum that has a word on the wire, in the database or in names of messages. */
public interface Coded {

  String name();

  /** The word for it, such as {@code too-many}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Which of them the word stands for; empty for one that is none's. */
  static <T extends Coded> Optional<T> among(T[] all, String code) {
    return Arrays.stream(all).filter(each -> each.code().equals(code)).findFirst();
  }
}
