package org.doublelock.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.doublelock.deadline.Deadline;

/**
 * Whether the database takes commits now. Reading is not enough: a primary whose synchronous
 * standby is gone reads well and ends no commit, and a standby reads well and takes no write.
 */
@ApplicationScoped
public class DatabaseReach {

  private static final Logger LOG = Logger.getLogger(DatabaseReach.class.getName());
  private static final String WRITE = "update database_reach set at_millis = ? where id = 1";
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** Anyone may ask, so not each question is a write. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Answer last = new Answer(false, Long.MIN_VALUE / 2);

  @Inject private DataSource dataSource;

  @Inject private Clock clock;

  /**
   * Writes, through the pool that the calls use, at most once a second. Who comes while another one
   * waits for the answer gets the last one, as long as that is good.
   */
  public boolean isThere() {
    Answer known = last;
    if (known.isYoungerThan(FRESH)) {
      return known.there();
    }
    if (!asking.compareAndSet(false, true)) {
      return known.there() && known.isYoungerThan(TIMEOUT);
    }
    try {
      boolean hurried = Deadline.leftMillis().orElse(Long.MAX_VALUE) < TIMEOUT.toMillis();
      boolean there = Deadline.within(TIMEOUT, this::write);
      if (there || !hurried) { // who has less patience speaks for nobody else
        last = new Answer(there, System.nanoTime());
      }
      return there;
    } finally {
      asking.set(false);
    }
  }

  private boolean write() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(WRITE)) {
      update.setLong(1, clock.millis());
      return update.executeUpdate() == 1;
    } catch (SQLException away) {
      LOG.log(Level.FINE, "the database takes no commit", away);
      return false;
    }
  }

  private record Answer(boolean there, long atNanos) {

    boolean isYoungerThan(Duration age) {
      return System.nanoTime() - atNanos < age.toNanos();
    }
  }
}
