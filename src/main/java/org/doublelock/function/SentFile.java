package org.doublelock.function;

import java.util.regex.Pattern;

/** A file as it is sent, under a name of letters, digits, {@code _}, {@code -} and {@code .}. */
public record SentFile(String name, byte[] content) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  public SentFile {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of a file: " + name);
    }
  }
}
