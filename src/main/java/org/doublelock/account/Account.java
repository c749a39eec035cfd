package org.doublelock.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A person who owns API keys. */
@Entity
@Table(name = "account")
public class Account {

  @Id private UUID id;
  private String userName;
  private String userNameKey;
  private String passwordHash;
  private Instant createdAt;
  private Instant disabledAt;
  private long accessEpoch;

  @Version private long version;

  protected Account() {
    // for JPA
  }

  Account(AccountId id, UserName userName, String passwordHash, Instant now) {
    this.id = id.value();
    this.userName = userName.text();
    this.userNameKey = userName.key();
    this.passwordHash = passwordHash;
    this.createdAt = now;
  }

  public AccountId id() {
    return new AccountId(id);
  }

  public String userName() {
    return userName;
  }

  public boolean isEnabled() {
    return disabledAt == null;
  }

  void lock(Instant now) {
    this.disabledAt = now;
  }

  void unlock() {
    this.disabledAt = null;
  }

  /**
   * The number that goes up whenever the ways into the account are ended: what was begun at a lower
   * one opens nothing.
   */
  public long accessEpoch() {
    return accessEpoch;
  }

  /** Notes that the ways into the account are ended now; its row is held by whoever does so. */
  public void accessRevoked() {
    accessEpoch++;
  }

  /** What a typed password is held against, for whoever decides about one. */
  public String passwordHash() {
    return passwordHash;
  }

  void changePassword(String newHash) {
    this.passwordHash = newHash;
  }
}
