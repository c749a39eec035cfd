package org.doublelock.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Refused attempts at names that nobody has: written so that they take as long as others. */
@Entity
@Table(name = "sign_in_nobody")
class NobodyRow {

  static final int SLOTS = 16;

  @Id private int slot;

  private long refused;

  protected NobodyRow() {
    // for JPA
  }

  void refused() {
    refused++;
  }
}
