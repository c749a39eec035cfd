package org.doublelock.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.doublelock.deadline.Deadline;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a call may wait for the database in all: {@code doublelock.db.call-timeout-seconds}. Its
 * body has been read then, so a slow client takes nothing of it.
 */
@ApplicationScoped
public class CallDeadline {

  static final String SETTING = "doublelock.db.call-timeout-seconds";
  private static final int MAX_SECONDS = 3600;

  private Duration time;

  protected CallDeadline() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalArgumentException when it is less than a second or more than an hour
   */
  @Inject
  public CallDeadline(@ConfigProperty(name = SETTING, defaultValue = "6") int seconds) {
    if (seconds < 1 || seconds > MAX_SECONDS) {
      throw new IllegalArgumentException(SETTING + " is 1 to " + MAX_SECONDS);
    }
    this.time = Duration.ofSeconds(seconds);
  }

  <T, E extends Exception> T within(Deadline.Work<T, E> call) throws E {
    return Deadline.within(time, call);
  }

  /** For the start, which a bad setting ends. */
  public boolean isUnderstood() {
    return !time.isZero();
  }
}
