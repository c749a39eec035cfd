package org.doublelock.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLook;

/**
 * What the person of this session picked, as last read from their account: so that a page that has
 * no database, such as the one that says so, still looks as they like it.
 */
@SessionScoped
public class PersonalLook implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID account;
  private AccountLook look = AccountLook.NONE;

  /** Keeps what was read, or picked just now. */
  public void remember(AccountId whose, AccountLook picked) {
    this.account = whose.value();
    this.look = picked;
  }

  /** What that account's holder picked, as far as it was read in this session. */
  public AccountLook of(AccountId whose) {
    return whose.value().equals(account) ? look : AccountLook.NONE;
  }
}
