package org.doublelock.account;

import java.time.Instant;
import java.util.Optional;
import org.doublelock.identity.Identity;

/** People as the identity provider of the tests tells of them. */
public final class PersonThere {

  public static final String ISSUER = "https://id.example.com";

  private PersonThere() {}

  public static Identity of(String subject, String name, String mail) {
    return of(ISSUER, subject, name, mail, null, OneAccount.NOW);
  }

  /**
   * @param session may be null, as name and mail may be
   * @param saidAt when the provider says so
   */
  public static Identity of(
      String issuer, String subject, String name, String mail, String session, Instant saidAt) {
    return new Identity(
        issuer,
        subject,
        Optional.ofNullable(session),
        Optional.ofNullable(name),
        Optional.ofNullable(mail),
        false,
        saidAt,
        Optional.of(saidAt),
        true,
        "token");
  }
}
