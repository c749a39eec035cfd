package org.doublelock.secondfactor;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.apikey.ApiKeyId;

/** A second factor that is to be switched off without it, once its cool-off is over. */
@Entity
@Table(name = "second_factor_removal")
class RemovalRow {

  @Id private UUID apiKeyId;
  private Instant askedAt;
  private Instant dueAt;

  protected RemovalRow() {
    // for JPA
  }

  RemovalRow(ApiKeyId key, Instant asked, Instant due) {
    this.apiKeyId = key.value();
    this.askedAt = asked;
    this.dueAt = due;
  }

  ApiKeyId key() {
    return new ApiKeyId(apiKeyId);
  }

  Instant dueAt() {
    return dueAt;
  }

  /** A factor that is replaced or gone is not to be removed later. */
  static void forget(EntityManager entities, ApiKeyId key) {
    entities
        .createQuery("delete from RemovalRow r where r.apiKeyId = :key")
        .setParameter("key", key.value())
        .executeUpdate();
  }
}
