package org.doublelock.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/** A typed password or code on its way through the code: no text of it shows what was typed. */
public final class SecretText {

  private final String typed;

  private SecretText(String typed) {
    this.typed = Objects.requireNonNull(typed);
  }

  public static SecretText of(String typed) {
    return new SecretText(typed);
  }

  /** What was typed, to be checked or hashed. */
  public String read() {
    return typed;
  }

  public boolean isEmpty() {
    return typed.isEmpty();
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SecretText that
        && MessageDigest.isEqual(
            typed.getBytes(StandardCharsets.UTF_8), that.typed.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return SecretText.class.hashCode();
  }

  @Override
  public String toString() {
    return "SecretText[hidden]";
  }
}
