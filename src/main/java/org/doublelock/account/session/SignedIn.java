package org.doublelock.account.session;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;

/** Who is signed in in this browser session, and when they last proved it. */
@Named("person")
@SessionScoped
public class SignedIn implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Says of a request that it ended the browser session though the database could not be told. */
  public static final String LEFT_UNRECORDED = SignedIn.class.getName() + ".left-unrecorded";

  /** How long a confirmation counts as fresh. */
  public static final Duration FRESH = Duration.ofMinutes(10);

  private UUID account;
  private String name;
  private Instant confirmedAt;
  private Confirmed confirmedBy;
  private String session;

  /** What the person proved who they are with; the later one is the stronger one. */
  public enum Confirmed {
    PASSWORD,
    /** At the identity provider, in a way that is worth what was configured. */
    PROVIDER,
    SECOND_FACTOR
  }

  /**
   * @param openSession the token of the session that was opened for it
   */
  public void enter(Account who, BearerToken openSession, Confirmed by, Instant now) {
    this.session = openSession.read();
    this.account = who.id().value();
    this.name = who.userName();
    confirmedAgain(by, now);
  }

  public void leave() {
    this.account = null;
    this.name = null;
    this.session = null;
    this.confirmedBy = null;
    this.confirmedAt = null;
  }

  public void confirmedAgain(Confirmed by, Instant now) {
    this.confirmedBy = by;
    this.confirmedAt = now;
  }

  /**
   * The account of the person who is signed in.
   *
   * @throws SessionEnded when nobody is; the guard keeps that from happening on a page, unless
   *     another request of the session finds meanwhile that it was ended elsewhere
   */
  public AccountId account() {
    return find().orElseThrow(SessionEnded::new);
  }

  public Optional<AccountId> find() {
    return Optional.ofNullable(account).map(AccountId::new);
  }

  /**
   * The token that the open session is found by.
   *
   * @throws SessionEnded when nobody is signed in any more
   */
  public BearerToken session() {
    return findSession().orElseThrow(SessionEnded::new);
  }

  public Optional<BearerToken> findSession() {
    return BearerToken.parse(session);
  }

  /** The name in the upper-right corner; null when nobody is signed in. */
  public String getName() {
    return name;
  }

  /** True when the person proved who they are, in that way or better, in the last ten minutes. */
  public boolean isFresh(Confirmed atLeast, Instant now) {
    return confirmedAt != null
        && confirmedBy.compareTo(atLeast) >= 0
        && now.isBefore(confirmedAt.plus(FRESH));
  }
}
