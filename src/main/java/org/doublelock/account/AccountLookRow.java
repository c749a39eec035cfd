package org.doublelock.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What an account's holder picked, as it is stored. */
@Entity
@Table(name = "account_look")
class AccountLookRow {

  @Id private UUID accountId;
  private String theme;
  private String language;

  protected AccountLookRow() {
    // for JPA
  }

  AccountLookRow(AccountId account) {
    this.accountId = account.value();
  }

  void pickTheme(String picked) {
    this.theme = picked;
  }

  void pickLanguage(String picked) {
    this.language = picked;
  }

  AccountLook look() {
    return new AccountLook(theme, language);
  }
}
