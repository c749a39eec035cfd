package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Whether an account has second factors of its own, and taking them away. */
@Stateless
public class AccountFactors {

  @Inject private Authenticators apps;
  @Inject private RecoveryCodes recovery;

  public AccountFactors() {
    // for the container
  }

  AccountFactors(Authenticators apps, RecoveryCodes recovery) {
    this.apps = apps;
    this.recovery = recovery;
  }

  /** True when signing in takes more than the password. Recovery codes alone do not count. */
  public boolean areOn(AccountId account) {
    return !apps.of(account).isEmpty();
  }

  /** Takes an app away; with the last factor the recovery codes go too. */
  public void removeApp(AccountId account, UUID id) {
    apps.remove(account, id);
    if (!areOn(account)) {
      recovery.removeAll(account);
    }
  }

  /** Takes all of them away. */
  public void removeAll(AccountId account) {
    apps.removeAll(account);
    recovery.removeAll(account);
  }

  public FactorOutcome verify(AccountId account, String typed, Instant now) {
    return apps.verify(account, typed, now);
  }
}
