package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.activity.LatestCallers;
import org.doublelock.deadline.Deadline;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the keys that are in use before a node is called, so that the first call with each costs
 * there what every later one does. What is read is remembered as after a call: it decides nothing
 * beyond its epoch. A key that was not read is read with its first call, as ever.
 */
@ApplicationScoped
public class KeyWarming {

  private static final String SETTING = "doublelock.warm.keys";
  private static final Logger LOG = Logger.getLogger(KeyWarming.class.getName());

  private static final String LEFT_OUT =
      "not all keys in use were read before the first call; each is read with its own";

  /** A start takes some ten seconds; nobody should see it take longer. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  /** By one statement. */
  private static final int TOGETHER = 250;

  private LatestCallers callers;
  private KeySnapshots snapshots;
  private int most;
  private Duration longest;

  protected KeyWarming() {
    // for the CDI proxy
  }

  /**
   * @param most how many keys at most, and no more than are remembered; 0 for none
   * @throws IllegalArgumentException when it is negative
   */
  @Inject
  KeyWarming(
      LatestCallers callers,
      KeySnapshots snapshots,
      @ConfigProperty(name = SETTING, defaultValue = "1000") int most) {
    this(callers, snapshots, most, LONGEST);
  }

  KeyWarming(LatestCallers callers, KeySnapshots snapshots, int most, Duration longest) {
    if (most < 0) {
      throw new IllegalArgumentException(SETTING + " is 0 or more");
    }
    this.callers = callers;
    this.snapshots = snapshots;
    this.most = most;
    this.longest = longest;
  }

  /**
   * Returns when the keys are read, or that failed, or after three seconds. It never throws: a
   * start does without.
   *
   * @param threads makes the one that reads; the server's own, where there is one, since beans are
   *     made on it
   */
  public void warm(Instant now, ThreadFactory threads) {
    if (most == 0) {
      return;
    }
    // on a thread of its own, since whatever a database does must not hold up the start
    FutureTask<Integer> reading = new FutureTask<>(() -> Deadline.within(longest, () -> read(now)));
    Thread reader = threads.newThread(reading);
    reader.setDaemon(true);
    reader.start();
    try {
      int read = reading.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      LOG.log(Level.INFO, "keys in memory before the first call: {0}", read);
    } catch (TimeoutException late) {
      // not interrupted: under an interrupted thread the embedded database loses its file
      LOG.log(Level.WARNING, LEFT_OUT);
    } catch (ExecutionException failed) {
      LOG.log(Level.WARNING, LEFT_OUT, failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The latest first, so that those are there when the time is over. */
  private int read(Instant now) throws SQLException {
    List<UUID> keys = callers.keys((int) Math.min(most, snapshots.room()));
    int read = 0;
    for (int start = 0; start < keys.size() && isTimeLeft(); start += TOGETHER) {
      int end = Math.min(start + TOGETHER, keys.size());
      read += snapshots.readAhead(keys.subList(start, end), now);
    }
    return read;
  }

  private static boolean isTimeLeft() {
    return Deadline.leftMillis().orElseThrow() > 0;
  }
}
