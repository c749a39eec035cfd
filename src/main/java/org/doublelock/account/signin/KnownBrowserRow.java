package org.doublelock.account.signin;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.GuessCount;

/** A browser that an account was signed in with, and the wrong guesses made with it since. */
@Entity
@Table(name = "known_browser")
public class KnownBrowserRow {

  @Id private UUID id;
  private UUID accountId;
  private String tokenHash;

  @Embedded private GuessCount guesses = new GuessCount();

  private Instant lastUsedAt;

  protected KnownBrowserRow() {
    // for JPA
  }

  KnownBrowserRow(AccountId account, String tokenHash, Instant now) {
    this.id = UUID.randomUUID();
    this.accountId = account.value();
    this.tokenHash = tokenHash;
    this.lastUsedAt = now;
  }

  GuessCount guesses() {
    return guesses;
  }

  void used(Instant now) {
    this.lastUsedAt = now;
  }
}
