package org.doublelock.administration.web;

import java.util.List;

/** What was typed into a refused form, for it to be shown again. */
final class Kept {

  private static final int LONGEST = 300;

  private Kept() {}

  /** Nothing of what is too long for any field here. */
  static List<String> of(String typed) {
    return typed == null || typed.length() > LONGEST ? List.of() : List.of(typed);
  }
}
