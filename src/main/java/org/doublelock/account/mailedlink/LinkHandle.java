package org.doublelock.account.mailedlink;

import java.net.URI;
import java.util.Optional;
import org.doublelock.account.BearerToken;

/**
 * What stands for a mailed link in the address and the form of its page, and is no secret: the
 * beginning of the hash of its token. It means something only where the token is carried.
 *
 * @param text 16 hexadecimal digits
 */
public record LinkHandle(String text) {

  private static final int DIGITS = 16;

  static LinkHandle of(BearerToken token) {
    return new LinkHandle(token.hash().substring(0, DIGITS));
  }

  /**
   * The page about a link.
   *
   * @param path its path
   * @param handle as it was sent; may be null, and then the page is about none
   */
  public static URI page(String path, String handle) {
    return URI.create(
        Optional.ofNullable(handle)
            .filter(text -> text.matches("[0-9a-f]{" + DIGITS + "}"))
            .map(text -> path + "?link=" + text)
            .orElse(path));
  }
}
