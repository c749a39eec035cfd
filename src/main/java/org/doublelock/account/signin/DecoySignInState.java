package org.doublelock.account.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Refused attempts at names that nobody has: written so that they take as long as others. */
@Entity
@Table(name = "sign_in_nobody")
class DecoySignInState {

  static final int SLOTS = 16;

  @Id private int slot;

  private long refused;

  protected DecoySignInState() {
    // for JPA
  }

  void refused() {
    refused++;
  }
}
