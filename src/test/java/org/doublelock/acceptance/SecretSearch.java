package org.doublelock.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds any of many secrets in a text, in a time that does not grow with their number. */
final class SecretSearch {

  private final Map<String, List<String>> byStart;

  /** Of secrets with at least {@link Secrets#FEWEST_CHARACTERS}. */
  SecretSearch(Set<String> secrets) {
    byStart = secrets.stream().collect(Collectors.groupingBy(secret -> start(secret, 0)));
  }

  boolean standIn(String text) {
    for (int at = 0; at + Secrets.FEWEST_CHARACTERS <= text.length(); at++) {
      int here = at;
      if (byStart.getOrDefault(start(text, at), List.of()).stream()
          .anyMatch(secret -> text.startsWith(secret, here))) {
        return true;
      }
    }
    return false;
  }

  private static String start(String text, int at) {
    return text.substring(at, at + Secrets.FEWEST_CHARACTERS);
  }
}
