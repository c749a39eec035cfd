package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The theme and the language that each account's holder picked. */
@Stateless
public class AccountLooks {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  public AccountLook of(AccountId account) {
    return Optional.ofNullable(entities.find(AccountLookRow.class, account.value()))
        .map(AccountLookRow::look)
        .orElse(AccountLook.NONE);
  }

  public AccountLook pickTheme(AccountId account, String theme) {
    AccountLookRow row = row(account);
    row.pickTheme(theme);
    return row.look();
  }

  public AccountLook pickLanguage(AccountId account, String language) {
    AccountLookRow row = row(account);
    row.pickLanguage(language);
    return row.look();
  }

  /** Two browsers that pick at once take turns at the account's own row. */
  private AccountLookRow row(AccountId account) {
    entities.find(Account.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
    return Optional.ofNullable(entities.find(AccountLookRow.class, account.value()))
        .orElseGet(
            () -> {
              AccountLookRow made = new AccountLookRow(account);
              entities.persist(made);
              return made;
            });
  }
}
