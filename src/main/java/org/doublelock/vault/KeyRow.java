package org.doublelock.vault;

import java.util.List;

/** Rows that fingers follow: the alphabet, the digits, the rows of a keyboard. */
final class KeyRow {

  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890",
          "qwertyuiop",
          "qwertzuiop",
          "azertyuiop",
          "asdfghjkl",
          "zxcvbnm");

  /** A text of runs this long on average is taken as following rows. */
  private static final int RUN = 4;

  private KeyRow() {}

  /** Whether a text is little more than runs along rows, forwards, backwards or standing still. */
  static boolean makesUp(String text) {
    int runs = 1;
    for (int index = 1; index < text.length(); index++) {
      if (!areNeighbours(text.charAt(index - 1), text.charAt(index))) {
        runs++;
      }
    }
    return runs * RUN <= text.length();
  }

  private static boolean areNeighbours(char one, char next) {
    String forwards = "" + one + next;
    String backwards = "" + next + one;
    return one == next
        || ROWS.stream().anyMatch(row -> row.contains(forwards) || row.contains(backwards));
  }
}
