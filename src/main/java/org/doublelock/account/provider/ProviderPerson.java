package org.doublelock.account.provider;

import java.io.Serializable;
import org.doublelock.account.BearerToken;
import org.doublelock.activity.OneLine;
import org.doublelock.edge.TypedText;
import org.doublelock.identity.Identity;

/**
 * Somebody at the identity provider, as a browser session can keep them.
 *
 * @param name what they are called there, to be shown: one line of 64 characters at most
 */
public record ProviderPerson(String issuer, String subject, String name) implements Serializable {

  private static final int LONGEST_NAME = 64;

  public static ProviderPerson of(Identity who) {
    String name =
        who.userName()
            .filter(TypedText::isStorable)
            .map(shown -> OneLine.of(shown, LONGEST_NAME))
            .filter(shown -> !shown.isEmpty())
            .orElseGet(() -> OneLine.of(who.subject(), LONGEST_NAME));
    return new ProviderPerson(who.issuer(), who.subject(), name);
  }

  /**
   * What tells them from anybody else, and is no secret: by it a form says whom its page showed.
   *
   * @return 64 hexadecimal digits, the same whatever they are called
   */
  public String mark() {
    return BearerToken.sha256(issuer + '\n' + subject);
  }
}
