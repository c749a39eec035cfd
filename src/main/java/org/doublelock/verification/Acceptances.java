package org.doublelock.verification;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.doublelock.signing.Nonce;
import org.doublelock.unlocking.LeaseClock;

/**
 * Decides whether calls are accepted, each by one conditional statement on its key's row. Calls
 * that arrive at the same time share a round trip and a commit; a call that arrives alone has its
 * own.
 */
final class Acceptances {

  private static final Logger LOG = Logger.getLogger(Acceptances.class.getName());

  /** What a call may not spend: a nonce of another unit without the factor, or a refused one. */
  static final String FIT_TO_SPEND =
      " and (last_nonce >= ? or last_nonce < ?)" + RefusedNonces.NOT_REFUSED;

  /** With nothing to take, it changes nothing. */
  static final String TAKE_FROM_LEASE =
      " unlock_uses = unlock_uses + ?, unlock_left = unlock_left - ?";

  /**
   * The lease has to be running, by the database's clock, for a call that is counted as one of its
   * uses; for another, not counted, that is no condition.
   */
  static final String AS_THE_LEASE_ALLOWS =
      " and unlocked_until >= ? * (" + LeaseClock.MILLIS + ") and unlock_left >= ?";

  /**
   * No statement changes what it does not name; one for all kinds of calls, so that all can share.
   */
  private static final String ACCEPT =
      "update api_key_call_state set last_nonce = ?, failures = failures * ?, last_used_at = ?,"
          + " last_time_step = greatest(last_time_step, ?),"
          + TAKE_FROM_LEASE
          + " where api_key_id = ? and epoch = ? and last_nonce < ? and locked_until <= ?"
          + " and last_time_step < ?"
          + AS_THE_LEASE_ALLOWS
          + FIT_TO_SPEND;

  /** PostgreSQL: no lock in time, too slow a statement. H2: no lock in time. */
  private static final Set<String> ROLLED_BACK = Set.of("55P03", "57014", "HYT00");

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
   * @throws SQLException when nobody can know whether it was; it is not asked a second time then,
   *     since its own nonce might be in the way
   */
  boolean accept(
      KeySnapshot key,
      Nonce nonce,
      boolean proven,
      Optional<Long> strictStep,
      LeaseUse use,
      long nowMillis)
      throws SQLException {
    Acceptance asked = new Acceptance(key, nonce, proven, strictStep, use, nowMillis);
    gathering.await(asked);
    if (asked.isLeftOut()) {
      decide(List.of(asked));
    }
    return asked.isAccepted();
  }

  private void decideAll(List<Acceptance> together) {
    decide(together.stream().sorted(Comparator.comparing(Acceptance::row, ROWS)).toList());
  }

  /**
   * In auto-commit mode: PostgreSQL takes a batch as one transaction, H2 as one for each. Either
   * way all is committed when it returns.
   */
  private void decide(List<Acceptance> together) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(ACCEPT)) {
      note(execute(update, together), together);
    } catch (BatchUpdateException failed) {
      note(failed.getUpdateCounts(), together);
      explain(failed, together);
    } catch (SQLException failed) {
      explain(failed, together);
    }
  }

  private static int[] execute(PreparedStatement update, List<Acceptance> together)
      throws SQLException {
    if (together.size() == 1) {
      together.get(0).fill(update);
      return new int[] {update.executeUpdate()};
    }
    for (Acceptance asked : together) {
      asked.fill(update);
      update.addBatch();
    }
    return update.executeBatch();
  }

  /** What has a count was committed, also where another statement of the batch failed. */
  private static void note(int[] changed, List<Acceptance> together) {
    for (int index = 0; index < changed.length; index++) {
      if (changed[index] >= 0) {
        together.get(index).decide(changed[index] == 1);
      }
    }
  }

  /**
   * Those without a count. Where all were rolled back because of one of them, each gets its own
   * try, in which it does not wait for that one.
   */
  private static void explain(SQLException failed, List<Acceptance> together) {
    LOG.log(Level.FINE, "calls could not be decided together", failed);
    boolean allRolledBack =
        together.size() > 1
            && together.stream().allMatch(Acceptance::isLeftOut)
            && isRolledBack(failed);
    if (!allRolledBack) {
      together.forEach(asked -> asked.fail(failed));
    }
  }

  /** A deadlock, a lock not had in time, a statement ended for taking too long. */
  private static boolean isRolledBack(SQLException failed) {
    String state = Objects.requireNonNullElse(failed.getSQLState(), "");
    return state.startsWith("40") || ROLLED_BACK.contains(state);
  }

  /**
   * The lowest last nonce beside which the call may spend its own: any with the second factor, or
   * for a key without one.
   */
  static long lowestLast(KeySnapshot key, Nonce nonce, boolean proven, long nowMillis) {
    return proven || key.secondFactor().isEmpty()
        ? Long.MIN_VALUE
        : NonceUnits.lowestBeside(nonce, Instant.ofEpochMilli(nowMillis)).toOrdered();
  }

  /** A key that has spent no nonce takes one of any unit, so that its programs can begin. */
  static long lowestFirst(Nonce nonce, long nowMillis) {
    return NonceUnits.isBeyondAll(nonce, Instant.ofEpochMilli(nowMillis))
        ? Long.MIN_VALUE
        : Long.MIN_VALUE + 1;
  }

  /** One call's question, and the row's answer to it. */
  private static final class Acceptance {

    private final KeySnapshot key;
    private final Nonce nonce;
    private final boolean proven;
    private final Optional<Long> strictStep;
    private final LeaseUse use;
    private final long nowMillis;
    private boolean decided;
    private boolean accepted;
    private SQLException failure;

    Acceptance(
        KeySnapshot key,
        Nonce nonce,
        boolean proven,
        Optional<Long> strictStep,
        LeaseUse use,
        long nowMillis) {
      this.key = key;
      this.nonce = nonce;
      this.proven = proven;
      this.strictStep = strictStep;
      this.use = use;
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
      update.setInt(5, use.calls());
      update.setBigDecimal(6, use.amount());
      update.setObject(7, row());
      update.setLong(8, key.epoch());
      update.setLong(9, nonce.toOrdered());
      update.setLong(10, nowMillis);
      update.setLong(11, strictStep.orElse(Long.MAX_VALUE));
      update.setInt(12, use.calls());
      update.setBigDecimal(13, use.amount());
      update.setLong(14, lowestLast(key, nonce, proven, nowMillis));
      update.setLong(15, lowestFirst(nonce, nowMillis));
      update.setLong(16, nonce.toOrdered());
    }

    void decide(boolean rowChanged) {
      accepted = rowChanged;
      decided = true;
    }

    void fail(SQLException cause) {
      if (!decided) {
        failure = cause;
      }
    }

    /** Nothing became of it, and it may be asked again. */
    boolean isLeftOut() {
      return !decided && failure == null;
    }

    boolean isAccepted() throws SQLException {
      if (!decided) {
        throw new SQLException(
            "nobody knows whether the call was accepted",
            failure == null ? null : failure.getSQLState(),
            failure);
      }
      return accepted;
    }
  }
}
