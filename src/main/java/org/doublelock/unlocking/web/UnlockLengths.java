package org.doublelock.unlocking.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The lengths of time that forms offer, in minutes. */
public final class UnlockLengths {

  private static final List<Long> USUAL = List.of(15L, 60L, 480L, 1440L);

  private UnlockLengths() {}

  /** The usual ones up to the longest, and the longest itself. */
  public static List<Long> upTo(Duration longest) {
    List<Long> lengths = new ArrayList<>();
    USUAL.stream().filter(minutes -> minutes < longest.toMinutes()).forEach(lengths::add);
    lengths.add(longest.toMinutes());
    return lengths;
  }
}
