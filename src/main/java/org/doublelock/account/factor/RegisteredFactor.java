package org.doublelock.account.factor;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What is stored of each second factor of an account, whatever it works by. */
@MappedSuperclass
abstract class RegisteredFactor {

  @Id private UUID id;
  private UUID accountId;
  private String name;
  private Instant since;
  private Instant lastUsedAt;

  @Version private long version;

  protected RegisteredFactor() {
    // for JPA
  }

  RegisteredFactor(UUID id, UUID account, String name, Instant now) {
    this.id = id;
    this.accountId = account;
    this.name = name;
    this.since = now;
  }

  void rename(FactorName to) {
    this.name = to.text();
  }

  void usedAt(Instant now) {
    this.lastUsedAt = now;
  }

  UUID id() {
    return id;
  }

  UUID account() {
    return accountId;
  }

  String name() {
    return name;
  }

  Instant since() {
    return since;
  }

  KeptFactor read() {
    return new KeptFactor(id, name, since, lastUsedAt);
  }
}
