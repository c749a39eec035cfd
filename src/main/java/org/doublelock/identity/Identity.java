package org.doublelock.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Who the provider says that somebody is. Issuer and subject together are that person for good; all
 * else is what they are called at the moment.
 *
 * @param subject 255 characters at most
 * @param session the provider's own name for the session that it signed them in in
 * @param mail an address that the provider has found to be theirs
 * @param operator whether they are to run this installation
 * @param issuedAt when this was said, by the provider's clock, in whole seconds
 * @param authenticatedAt when they last proved it there
 * @param strong whether they proved it in a way that is worth what was configured
 * @param token the ID token that says all this
 */
public record Identity(
    String issuer,
    String subject,
    Optional<String> session,
    Optional<String> userName,
    Optional<String> mail,
    boolean operator,
    Instant issuedAt,
    Optional<Instant> authenticatedAt,
    boolean strong,
    String token) {

  @Override
  public String toString() {
    return "Identity[" + subject + " of " + issuer + "]";
  }
}
