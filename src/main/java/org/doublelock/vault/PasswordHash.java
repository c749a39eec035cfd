package org.doublelock.vault;

/** A slow hash that was just made of a password, to be stored. Not to be taken for the password. */
public record PasswordHash(String text) {

  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
