package org.doublelock.otp;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What one entry in an authenticator app is called. Some apps overwrite an entry of an equal name,
 * so two keys, two apps to sign in with, and a secret and its replacement are called differently.
 *
 * @param issuer the installation's name
 * @param holder whose it is
 * @param what the key, or the app's own name
 * @param mark what tells a new entry from the one it replaces; empty where it replaces none
 */
public record AppEntry(String issuer, String holder, String what, String mark) {

  /** A YubiKey keeps no longer name, issuer, colon and account together, in UTF-8. */
  static final int MAX_BYTES = 64;

  private static final int MAX_OF_ISSUER = 20;
  private static final int LETTERS_OF_DIGEST = 4;

  /** The whole name of the account, as a person types it by hand. */
  public String account() {
    return named(holder, what);
  }

  /** The issuer as the URI has it: the same in all entries, whatever else they hold. */
  String issuerInUri() {
    String kept = issuer;
    while (bytes(kept) > MAX_OF_ISSUER) {
      kept = withoutLast(kept);
    }
    return kept.strip();
  }

  /** The account as the URI has it, which differs wherever the whole one does. */
  String accountInUri() {
    int room = MAX_BYTES - bytes(issuerInUri()) - ":".length();
    if (bytes(account()) <= room) {
      return account();
    }
    String digest = "~" + digest(holder + "\n" + what);
    String shortHolder = holder;
    String shortWhat = what;
    while (bytes(named(shortHolder, shortWhat + digest)) > room) {
      if (bytes(shortHolder) > bytes(shortWhat)) {
        shortHolder = withoutLast(shortHolder);
      } else {
        shortWhat = withoutLast(shortWhat);
      }
    }
    return named(shortHolder, shortWhat + digest);
  }

  private String named(String whose, String which) {
    String name = whose + " - " + which;
    return mark.isEmpty() ? name : name + " (" + mark + ")";
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String withoutLast(String text) {
    return text.substring(0, text.offsetByCodePoints(text.length(), -1));
  }

  private static String digest(String text) {
    return new Base32().encodeToString(DigestUtils.sha256(text)).substring(0, LETTERS_OF_DIGEST);
  }
}
