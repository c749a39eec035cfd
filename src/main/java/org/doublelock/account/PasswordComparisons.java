package org.doublelock.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells whoever chooses a password for something else that it is the one they sign in with, some
 * times an hour and node: whoever has the session and not the password would guess at it by this.
 * Beyond that nobody is told, and nothing is hashed.
 */
@ApplicationScoped
public class PasswordComparisons {

  static final int MAX_IN_AN_HOUR = 5;
  private static final long MOST_ACCOUNTS = 100_000;

  private Accounts accounts;
  private Cache<AccountId, AtomicInteger> made;

  protected PasswordComparisons() {
    // for the CDI proxy
  }

  @Inject
  PasswordComparisons(Accounts accounts) {
    this(accounts, Ticker.systemTicker());
  }

  PasswordComparisons(Accounts accounts, Ticker time) {
    this.accounts = accounts;
    this.made =
        Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(MOST_ACCOUNTS)
            .ticker(time)
            .build();
  }

  /** True when this is the account's sign-in password; takes as long as the slow hash takes. */
  public boolean isSignInPassword(AccountId account, String password) {
    int number = made.get(account, first -> new AtomicInteger()).incrementAndGet();
    return number <= MAX_IN_AN_HOUR && accounts.hasPassword(account, password);
  }
}
