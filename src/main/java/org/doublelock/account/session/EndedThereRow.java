package org.doublelock.account.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Until when what the identity provider said of a person or a session of theirs is over. */
@Entity
@Table(name = "identity_ended")
class EndedThereRow {

  @Id private String nameHash;
  private Instant endedAt;

  protected EndedThereRow() {
    // for JPA
  }

  EndedThereRow(String nameHash, Instant endedAt) {
    this.nameHash = nameHash;
    this.endedAt = endedAt;
  }

  void endAgain(Instant at) {
    endedAt = at.isAfter(endedAt) ? at : endedAt;
  }
}
