package org.doublelock.account.signin;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.session.Provided;

/**
 * A sign-in whose password was right and whose second factor is still to come. Nobody is signed in
 * by it, and after five minutes it is forgotten.
 */
@SessionScoped
public class PendingSignIn implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private UUID account;
  private long accessEpoch;
  private Instant since;
  private String next;
  private Provided provided;

  /**
   * @param who as it was read when the password was found right
   * @param next where the person wanted to go; may be null, and is still to be checked
   * @param by what the identity provider said, where it took the password's place
   */
  public void begin(Account who, String next, Optional<Provided> by, Instant now) {
    this.account = who.id().value();
    this.accessEpoch = who.accessEpoch();
    this.since = now;
    this.next = next;
    this.provided = by.orElse(null);
  }

  public Optional<AccountId> account(Instant now) {
    return Optional.ofNullable(account)
        .filter(known -> now.isBefore(since.plus(LIFETIME)))
        .map(AccountId::new);
  }

  /** Whose it is, also when it is too old by now; empty when there is none. */
  public Optional<AccountId> begunFor() {
    return Optional.ofNullable(account).map(AccountId::new);
  }

  /** Whether the ways into the account were not ended since. */
  public boolean isStillGoodFor(Account who) {
    return who.isEnabled() && who.accessEpoch() == accessEpoch;
  }

  public Optional<Provided> provided() {
    return Optional.ofNullable(provided);
  }

  public Optional<String> next() {
    return Optional.ofNullable(next);
  }

  public void end() {
    this.account = null;
    this.since = null;
    this.next = null;
    this.provided = null;
  }
}
