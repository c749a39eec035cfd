package org.doublelock.account.mailaddress;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.MailAddress;

/** An account's mail address, as it is stored. */
@Entity
@Table(name = "account_mail")
class AccountMailRow {

  @Id private UUID accountId;
  private String address;
  private String addressKey;
  private String language;
  private Instant since;

  protected AccountMailRow() {
    // for JPA
  }

  AccountMailRow(AccountId account) {
    this.accountId = account.value();
  }

  void set(AccountMail mail, Instant now) {
    this.address = mail.address().text();
    this.addressKey = mail.address().key();
    this.language = mail.language();
    this.since = now;
  }

  AccountMail mail() {
    return new AccountMail(new MailAddress(address), language);
  }
}
