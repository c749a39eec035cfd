package org.doublelock.verification;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.otp.LockoutRule;
import org.doublelock.otp.WrongGuesses;
import org.doublelock.signing.Nonce;
import org.doublelock.unlocking.LeaseClock;

/**
 * The narrow rows that decide calls. Each decision is one conditional statement that commits by
 * itself: what holds is what the row says at that moment, on whichever node, whatever a cache says.
 */
@ApplicationScoped
class CallStates {

  /** A window keeps the highest nonce, and the table of used nonces decides on the others. */
  private static final String ACCEPT_IN_WINDOW =
      "update api_key_call_state set last_nonce = greatest(last_nonce, ?),"
          + " failures = failures * ?, last_used_at = ?, last_time_step = greatest(last_time_step, ?),"
          + Acceptances.TAKE_FROM_LEASE
          + " where api_key_id = ? and epoch = ? and last_nonce <= ? and nonce_floor < ?"
          + " and locked_until <= ? and last_time_step < ?"
          + Acceptances.AS_THE_LEASE_ALLOWS
          + Acceptances.FIT_TO_SPEND;

  /** Without the second factor, only a nonce of the last one's unit is spent. */
  private static final String SPEND_IN_ITS_UNIT =
      "update api_key_call_state set last_nonce ="
          + " case when last_nonce >= ? then greatest(last_nonce, ?) else last_nonce end";

  private static final String SPEND =
      SPEND_IN_ITS_UNIT
          + " where api_key_id = ? and epoch = ? and last_nonce <= ? and nonce_floor < ?"
          + RefusedNonces.NOT_REFUSED;

  private static final String SPEND_UNLOCKED = SPEND + " and locked_until <= ?";

  private static final String USE_NONCE =
      "insert into api_key_used_nonce (api_key_id, nonce) values (?, ?)";

  private static final String FORGET_NONCES =
      "delete from api_key_used_nonce where api_key_id = ? and nonce < ?";

  private static final String READ =
      "select epoch, last_nonce, nonce_floor, locked_until, last_time_step,"
          + " case when unlocked_until >= "
          + LeaseClock.MILLIS
          + " then 1 else 0 end, unlock_left from api_key_call_state where api_key_id = ?";

  @Resource(lookup = "java:app/jdbc/doublelock")
  private DataSource database;

  private Acceptances acceptances;
  private GuessedCalls guesses;

  protected CallStates() {
    // for the CDI proxy
  }

  CallStates(DataSource database) {
    this.database = database;
    openAcceptances();
  }

  @PostConstruct
  void openAcceptances() {
    acceptances = new Acceptances(database);
    guesses = new GuessedCalls(database);
  }

  /**
   * Accepts a call if its nonce is fresh, the key unchanged and unlocked and, for a strict code,
   * its time step unused.
   *
   * @param proven whether the call carried the right second factor; only that ends a row of wrong
   *     ones, else calls that need none would buy a thief more guesses
   * @param strictStep the time step of a strict one-time code
   * @param use what the call takes from the key's lease, which then has to be running
   * @return whether it was accepted; the nonce is spent then, and committed
   */
  boolean accept(
      KeySnapshot key,
      Nonce nonce,
      boolean proven,
      Optional<Long> strictStep,
      LeaseUse use,
      long nowMillis)
      throws SQLException {
    if (key.restrictions().nonceWindow() > 0) {
      return acceptInWindow(key, nonce, proven, strictStep, use, nowMillis);
    }
    return acceptances.accept(key, nonce, proven, strictStep, use, nowMillis);
  }

  private boolean acceptInWindow(
      KeySnapshot key,
      Nonce nonce,
      boolean proven,
      Optional<Long> strictStep,
      LeaseUse use,
      long nowMillis)
      throws SQLException {
    return decide(
        key,
        nonce,
        new Nonce(0),
        ACCEPT_IN_WINDOW,
        parameters ->
            parameters
                .add(nonce.toOrdered())
                .add(proven ? 0L : 1L)
                .add(nowMillis)
                .add(strictStep.orElse(0L))
                .add(use.calls())
                .add(use.amount())
                .add(key.id())
                .add(key.epoch())
                .add(highestThatAdmits(key, nonce))
                .add(nonce.toOrdered())
                .add(nowMillis)
                .add(strictStep.orElse(Long.MAX_VALUE))
                .add(use.calls())
                .add(use.amount())
                .add(Acceptances.lowestLast(key, nonce, proven, nowMillis))
                .add(Acceptances.lowestFirst(nonce, nowMillis))
                .add(nonce.toOrdered()));
  }

  /**
   * Spends the nonce of a call with a wrong second factor and counts the failure, where the nonce
   * is fresh and the key unlocked; the failure that reaches a bound locks the key. A nonce of
   * another unit than the last one is noted as refused instead of spent. Where nothing is counted
   * it costs the one statement that accepting costs, so that the time tells nothing.
   *
   * @return the wrong guesses with this one; empty when it was not counted
   */
  Optional<WrongGuesses> countFailure(
      KeySnapshot key, Nonce nonce, LockoutRule rule, long nowMillis) throws SQLException {
    Nonce lowest = NonceUnits.lowestBeside(nonce, Instant.ofEpochMilli(nowMillis));
    boolean spent =
        decide(
            key,
            nonce,
            lowest,
            SPEND_UNLOCKED,
            parameters -> spending(parameters, key, nonce, lowest).add(nowMillis));
    return spent ? guesses.count(key, rule, nowMillis) : Optional.empty();
  }

  /** Spends, or notes, the nonce of a call that is refused for another reason. */
  boolean spend(KeySnapshot key, Nonce nonce, long nowMillis) throws SQLException {
    Nonce lowest = NonceUnits.lowestBeside(nonce, Instant.ofEpochMilli(nowMillis));
    return decide(
        key, nonce, lowest, SPEND, parameters -> spending(parameters, key, nonce, lowest));
  }

  private static Parameters spending(
      Parameters parameters, KeySnapshot key, Nonce nonce, Nonce lowest) {
    return parameters
        .add(lowest.toOrdered())
        .add(nonce.toOrdered())
        .add(key.id())
        .add(key.epoch())
        .add(highestThatAdmits(key, nonce))
        .add(nonce.toOrdered())
        .add(nonce.toOrdered());
  }

  long epoch(ApiKeyId key) throws SQLException {
    return read(key).map(CallState::epoch).orElse(-1L);
  }

  Optional<CallState> read(ApiKeyId key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(READ)) {
      select.setObject(1, key.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new CallState(
                    row.getLong(1),
                    Nonce.fromOrdered(row.getLong(2)),
                    Nonce.fromOrdered(row.getLong(3)),
                    row.getLong(4),
                    row.getLong(5),
                    row.getInt(6) == 1,
                    row.getBigDecimal(7)))
            : Optional.empty();
      }
    }
  }

  /**
   * One statement that commits by itself; where its nonce may be one that is noted instead of
   * spent, or where there is a window, it is one transaction with what notes it. The update holds
   * the row, so of two calls with one nonce the second finds it noted or used, and decides nothing.
   */
  private boolean decide(KeySnapshot key, Nonce nonce, Nonce lowest, String sql, Filling filling)
      throws SQLException {
    boolean mayBeNoted = lowest.compareTo(new Nonce(0)) > 0;
    boolean window = key.restrictions().nonceWindow() > 0;
    try (Connection connection = database.getConnection()) {
      if (!mayBeNoted && !window) {
        return update(connection, sql, filling);
      }
      connection.setAutoCommit(false);
      try {
        boolean decided =
            update(connection, sql, filling) && isFirst(connection, key, nonce, mayBeNoted, window);
        if (decided) {
          connection.commit();
        } else {
          connection.rollback();
        }
        return decided;
      } catch (SQLException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static boolean isFirst(
      Connection connection, KeySnapshot key, Nonce nonce, boolean mayBeNoted, boolean window)
      throws SQLException {
    RefusedNonces.Note note =
        mayBeNoted ? RefusedNonces.note(connection, key, nonce) : RefusedNonces.Note.SPENT;
    return switch (note) {
      case NOTED -> true;
      case KNOWN -> false;
      case SPENT -> !window || use(connection, key, nonce);
    };
  }

  private static boolean use(Connection connection, KeySnapshot key, Nonce nonce)
      throws SQLException {
    long lowest = nonce.minus(key.restrictions().nonceWindow()).toOrdered();
    update(connection, FORGET_NONCES, parameters -> parameters.add(key.id()).add(lowest));
    try {
      return update(
          connection, USE_NONCE, parameters -> parameters.add(key.id()).add(nonce.toOrdered()));
    } catch (SQLException refused) {
      if (isDuplicate(refused)) {
        return false;
      }
      throw refused;
    }
  }

  static boolean isDuplicate(SQLException refused) {
    return refused instanceof SQLIntegrityConstraintViolationException
        || "23505".equals(refused.getSQLState());
  }

  private static boolean update(Connection connection, String sql, Filling filling)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      filling.into(new Parameters(statement)).fill();
      return statement.executeUpdate() > 0;
    }
  }

  /** The highest "last nonce" that still admits this one: itself less one, or up to the window. */
  private static long highestThatAdmits(KeySnapshot key, Nonce nonce) {
    long window = key.restrictions().nonceWindow();
    return window > 0 ? nonce.plus(window).toOrdered() : nonce.minus(1).toOrdered();
  }

  @FunctionalInterface
  private interface Filling {
    Parameters into(Parameters parameters);
  }
}
