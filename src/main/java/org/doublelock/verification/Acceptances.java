package org.doublelock.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.doublelock.signing.Nonce;

/**
 * Decides whether calls are accepted, each by one conditional statement on its key's row. Calls
 * that arrive at the same time share a round trip and a commit; a call that arrives alone has its
 * own.
 */
final class Acceptances {

  private static final Logger LOG = Logger.getLogger(Acceptances.class.getName());

  /**
   * No statement changes what it does not name; one for all kinds of calls, so that all can share.
   */
  private static final String ACCEPT =
      "update api_key_call_state set last_nonce = ?, failures = failures * ?, last_used_at = ?,"
          + " last_time_step = greatest(last_time_step, ?)"
          + " where api_key_id = ? and epoch = ? and last_nonce < ? and locked_until <= ?"
          + " and last_time_step < ?";

  private static final Duration PATIENCE = Duration.ofMillis(50);
  private static final int MOST_TOGETHER = 64;

  /** The order in which PostgreSQL has them: whoever locks several rows locks them in it. */
  private static final Comparator<UUID> ROWS =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private final DataSource database;
  private final Gathering<Acceptance> gathering;

  Acceptances(DataSource database) {
    this(database, PATIENCE);
  }

  Acceptances(DataSource database, Duration patience) {
    this.database = database;
    this.gathering = new Gathering<>(patience, MOST_TOGETHER, this::decideAll);
  }

  /** How many calls wait for those before them now. */
  int waiting() {
    return gathering.waiting();
  }

  /**
   * Accepts a call of a key without a nonce window.
   *
   * @return whether it was accepted; that is committed then
   */
  boolean accept(
      KeySnapshot key, Nonce nonce, boolean proven, Optional<Long> strictStep, long nowMillis)
      throws SQLException {
    Acceptance asked = new Acceptance(key, nonce, proven, strictStep, nowMillis);
    gathering.await(asked);
    if (!asked.isDecided()) {
      decideAlone(asked); // what failed for all need not fail for each, and if it does it is told
    }
    return asked.isAccepted();
  }

  private void decideAll(List<Acceptance> together) {
    try {
      if (together.size() == 1) {
        decideAlone(together.get(0));
      } else {
        decideTogether(
            together.stream().sorted(Comparator.comparing(Acceptance::row, ROWS)).toList());
      }
    } catch (SQLException failed) {
      LOG.log(Level.FINE, "decided by each alone", failed);
    }
  }

  /**
   * In auto-commit mode: PostgreSQL takes a batch as one transaction, H2 as one for each. Either
   * way all is committed when it returns.
   */
  private void decideTogether(List<Acceptance> together) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(ACCEPT)) {
      for (Acceptance asked : together) {
        asked.fill(update);
        update.addBatch();
      }
      int[] changed = update.executeBatch();
      for (int index = 0; index < changed.length; index++) {
        together.get(index).decide(changed[index] == 1);
      }
    }
  }

  private void decideAlone(Acceptance asked) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(ACCEPT)) {
      asked.fill(update);
      asked.decide(update.executeUpdate() == 1);
    }
  }

  /** One call's question, and the row's answer to it. */
  private static final class Acceptance {

    private final KeySnapshot key;
    private final Nonce nonce;
    private final boolean proven;
    private final Optional<Long> strictStep;
    private final long nowMillis;
    private boolean decided;
    private boolean accepted;

    Acceptance(
        KeySnapshot key, Nonce nonce, boolean proven, Optional<Long> strictStep, long nowMillis) {
      this.key = key;
      this.nonce = nonce;
      this.proven = proven;
      this.strictStep = strictStep;
      this.nowMillis = nowMillis;
    }

    UUID row() {
      return key.id().value();
    }

    void fill(PreparedStatement update) throws SQLException {
      update.setLong(1, nonce.toOrdered());
      update.setInt(2, proven ? 0 : 1);
      update.setLong(3, nowMillis);
      update.setLong(4, strictStep.orElse(0L));
      update.setObject(5, row());
      update.setLong(6, key.epoch());
      update.setLong(7, nonce.toOrdered());
      update.setLong(8, nowMillis);
      update.setLong(9, strictStep.orElse(Long.MAX_VALUE));
    }

    void decide(boolean rowChanged) {
      accepted = rowChanged;
      decided = true;
    }

    boolean isDecided() {
      return decided;
    }

    boolean isAccepted() {
      return accepted;
    }
  }
}
