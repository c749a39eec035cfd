package org.doublelock.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.identity.Identity;

/**
 * What the identity provider said of whoever signs in by it, as far as it is kept with the session.
 *
 * @param person the hash of issuer and subject
 * @param session the hash of issuer and the provider's session; null where it named none
 * @param operator whether they are to run this installation, until they sign in again
 * @param confirmedAt when they last proved who they are in a way that is worth what was configured;
 *     null where that is not known
 * @param token the ID token, which the provider asks for when they sign out
 */
public record Provided(
    String person, String session, boolean operator, Instant confirmedAt, String token)
    implements Serializable {

  public static Provided of(Identity who) {
    return new Provided(
        personOf(who.issuer(), who.subject()),
        who.session().map(session -> sessionOf(who.issuer(), session)).orElse(null),
        who.operator(),
        who.authenticatedAt().filter(at -> who.strong()).orElse(null),
        who.token());
  }

  static String personOf(String issuer, String subject) {
    return hash("person", issuer, subject);
  }

  static String sessionOf(String issuer, String session) {
    return hash("session", issuer, session);
  }

  public Optional<Instant> confirmed() {
    return Optional.ofNullable(confirmedAt);
  }

  /** No part holds a line's end where it could be taken for the next: an issuer is a URL. */
  private static String hash(String kind, String issuer, String name) {
    return BearerToken.sha256(kind + "\n" + issuer + "\n" + name);
  }

  @Override
  public String toString() {
    return "Provided[hidden]";
  }
}
