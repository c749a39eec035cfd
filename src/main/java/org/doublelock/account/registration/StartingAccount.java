package org.doublelock.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.UserName;
import org.doublelock.account.password.PasswordChange;
import org.doublelock.vault.HashingLine;
import org.doublelock.vault.PasswordHasher;

/** An account that the configuration names, with its password. */
@ApplicationScoped
public class StartingAccount {

  private Accounts accounts;
  private PasswordChange change;
  private PasswordHasher passwords;

  protected StartingAccount() {
    // for the CDI proxy
  }

  @Inject
  public StartingAccount(Accounts accounts, PasswordChange change, PasswordHasher passwords) {
    this.accounts = accounts;
    this.change = change;
    this.passwords = passwords;
  }

  /** Opens it, where there is no account at all. */
  public void openFirst(UserName name, String password, Instant now) {
    accounts.openFirst(name, passwords.hash(password), now);
  }

  /** Gives the account that password, if it has another one; where there is none, opens it. */
  public void openOrReset(UserName name, String password, Instant now) {
    Optional<Account> existing = accounts.findByName(name);
    if (existing.isEmpty()) {
      accounts.open(name, passwords.hash(password), now);
    } else if (!passwords.verify(password, existing.get().passwordHash(), HashingLine.KNOWN)) {
      change.byReset(existing.get().id(), passwords.hash(password));
    }
  }
}
