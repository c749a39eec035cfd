package org.doublelock.account.session;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A second factor being set up, as it is stored: by whom, since when, how many codes were wrong.
 */
@MappedSuperclass
public abstract class SetupUnderWay {

  private static final int MAX_FAILURES = 10;

  private String sealedSecret;
  private int failures;
  private Instant startedAt;
  private String begunBy;

  @Version private long version;

  /** Whatever was there before counts for nothing. */
  protected void beginAnew(String newSealedSecret, SessionStamp stamp) {
    this.sealedSecret = newSealedSecret;
    this.failures = 0;
    this.startedAt = stamp.at();
    this.begunBy = stamp.session();
  }

  public void failed() {
    failures++;
  }

  public boolean hasFailedTooOften() {
    return failures >= MAX_FAILURES;
  }

  /** How many wrong codes may still follow, the one that ends the setup included. */
  public int triesLeft() {
    return MAX_FAILURES - failures;
  }

  /** By whom and when it was begun. */
  public SessionStamp begun() {
    return new SessionStamp(begunBy, startedAt);
  }

  public String sealedSecret() {
    return sealedSecret;
  }
}
