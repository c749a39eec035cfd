package org.doublelock.account.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Refused attempts at names that nobody has: written so that they take as long as others. */
@Entity
@Table(name = "sign_in_nobody")
class DecoySignInState {

  static final int SLOTS = 16;

  /** Whose events are written where there is no account: no one ever has this id. */
  static final UUID ACCOUNT = new UUID(0, 0);

  @Id private int slot;

  private long refused;

  protected DecoySignInState() {
    // for JPA
  }

  void refused() {
    refused++;
  }
}
