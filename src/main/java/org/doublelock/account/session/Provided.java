package org.doublelock.account.session;

import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.BearerToken;
import org.doublelock.identity.Identity;
import org.doublelock.identity.SignOutNotice;

/**
 * What the identity provider said of whoever signs in by it, as far as it is kept with the session.
 *
 * @param person the hash of issuer and subject
 * @param session the hash of issuer and the provider's session; where it named none, of the person
 *     without one
 * @param operator whether they are to run this installation, until they sign in again
 * @param saidAt when it was said, by the provider's clock
 * @param confirmedAt when they last proved who they are in a way that is worth what was configured;
 *     null where that is not known
 * @param token the ID token, which the provider asks for when they sign out
 */
public record Provided(
    String person,
    String session,
    boolean operator,
    Instant saidAt,
    Instant confirmedAt,
    String token)
    implements Serializable {

  public static Provided of(Identity who) {
    return new Provided(
        personOf(who.issuer(), who.subject()),
        who.session()
            .map(session -> sessionOf(who.issuer(), session))
            .orElseGet(() -> withoutSession(who.issuer(), who.subject())),
        who.operator(),
        who.issuedAt(),
        who.authenticatedAt().filter(at -> who.strong()).orElse(null),
        who.token());
  }

  /**
   * The hashes of person and session that a notice is about. One that names a session ends those of
   * its person too that belong to none: they may be that one's.
   */
  static Set<String> endedBy(SignOutNotice notice) {
    Set<String> hashes = new LinkedHashSet<>();
    String issuer = notice.issuer();
    if (notice.session().isEmpty()) {
      hashes.add(personOf(issuer, notice.subject().orElseThrow()));
    } else {
      hashes.add(sessionOf(issuer, notice.session().get()));
      notice.subject().ifPresent(subject -> hashes.add(withoutSession(issuer, subject)));
    }
    return hashes;
  }

  /** The hash of a person there, as {@code person} has it. */
  public static String personOf(String issuer, String subject) {
    return hash("person", issuer, subject);
  }

  private static String sessionOf(String issuer, String session) {
    return hash("session", issuer, session);
  }

  private static String withoutSession(String issuer, String subject) {
    return hash("no session", issuer, subject);
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
