package org.doublelock.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.doublelock.edge.TypedText;

/**
 * One thing that an account's user name looks like, as a hash: a look can be longer than a name.
 */
@Entity
@Table(name = "user_name_look")
class UserNameLookRow {

  @Id private String look;
  private UUID accountId;
  private String rules;

  protected UserNameLookRow() {
    // for JPA
  }

  UserNameLookRow(String look, UUID accountId) {
    this.look = look;
    this.accountId = accountId;
    this.rules = TypedText.rules();
  }

  /** What is stored of all that a name looks like by today's rules. */
  static List<String> looksOf(String userName) {
    return TypedText.looks(userName).stream()
        .map(look -> BearerToken.sha256(TypedText.rules() + "\n" + look))
        .toList();
  }
}
