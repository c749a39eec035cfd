package org.doublelock.verification;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.otp.LockoutRule;
import org.doublelock.otp.WrongGuesses;
import org.doublelock.signing.Nonce;

/**
 * The narrow rows that decide calls. Each decision is one conditional statement that commits by
 * itself: what holds is what the row says at that moment, on whichever node, whatever a cache says.
 */
@ApplicationScoped
class CallStates {

  private static final String USE_NONCE =
      "insert into api_key_used_nonce (api_key_id, nonce) values (?, ?)";

  private static final String FORGET_NONCES =
      "delete from api_key_used_nonce where api_key_id = ? and nonce < ?";

  @Inject private DataSource database;

  @Inject private DatabaseHistory history;

  private Acceptances acceptances;

  protected CallStates() {
    // for the CDI proxy
  }

  CallStates(DataSource database, DatabaseHistory history) {
    this.database = database;
    this.history = history;
    openAcceptances();
  }

  @PostConstruct
  void openAcceptances() {
    acceptances = new Acceptances(database, this::statement);
  }

  /**
   * Accepts a call, if the row lets it through.
   *
   * @return whether it was accepted; the nonce is spent then, and committed
   */
  boolean accept(Acceptance asked) throws SQLException {
    boolean accepted = acceptOnce(asked);
    if (!accepted && history.movesUnderConnections()) {
      try (Connection connection = database.getConnection()) {
        history.meet(connection);
      }
      // the first one changed nothing: it may have been another server's, which is known by now;
      // the nonce is held against a fork again afterwards
      return acceptOnce(asked);
    }
    return accepted;
  }

  private boolean acceptOnce(Acceptance asked) throws SQLException {
    return hasWindow(asked.call())
        ? decide(asked.call(), new Nonce(0), statement(asked))
        : acceptances.accept(asked);
  }

  private Sql statement(Acceptance asked) {
    Sql accept = RowStatements.accept(asked);
    return history.movesUnderConnections()
        ? accept.and(DatabaseHistory.AS_KNOWN, history.lastForkMillis())
        : accept;
  }

  /**
   * Spends the nonce of a call with a wrong second factor and counts the failure, where the nonce
   * is fresh and the key not locked out; the failure that reaches a bound locks it out. A nonce of
   * another unit than the last one is noted as refused instead of spent. Both are one transaction
   * that holds the row, so of many at once each is looked at after those before it were counted.
   * Where nothing is counted it costs the one statement that accepting costs, so that the time
   * tells nothing.
   *
   * @return the wrong guesses with this one; empty when it was not counted
   */
  Optional<WrongGuesses> countFailure(CheckedCall call, LockoutRule rule) throws SQLException {
    if (!hasWindow(call) && !isOpen(call)) {
      return Optional.empty();
    }
    Nonce lowest = NonceUnits.lowestBeside(call.nonce(), call.now());
    return together(
        connection ->
            decide(connection, call, lowest, RowStatements.spendUnlocked(call, lowest))
                ? Optional.of(GuessedCalls.count(connection, call, rule))
                : Optional.empty());
  }

  private boolean isOpen(CheckedCall call) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = RowStatements.isFreshAndUnlocked(call).prepare(connection);
        ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  /** Spends, or notes, the nonce of a call that is refused for another reason. */
  boolean spend(CheckedCall call) throws SQLException {
    Nonce lowest = NonceUnits.lowestBeside(call.nonce(), call.now());
    return decide(call, lowest, RowStatements.spend(call, lowest));
  }

  long epoch(ApiKeyId key) throws SQLException {
    return read(key).map(CallState::epoch).orElse(-1L);
  }

  Optional<CallState> read(ApiKeyId key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = RowStatements.read(key).prepare(connection);
        ResultSet row = select.executeQuery()) {
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

  private static boolean hasWindow(CheckedCall call) {
    return call.key().restrictions().nonceWindow() > 0;
  }

  /**
   * One statement that commits by itself; where its nonce may be one that is noted instead of
   * spent, or where there is a window, it is one transaction with what notes it.
   */
  private boolean decide(CheckedCall call, Nonce lowest, Sql update) throws SQLException {
    if (mayBeNoted(lowest) || hasWindow(call)) {
      return together(
              connection ->
                  decide(connection, call, lowest, update) ? Optional.of(true) : Optional.empty())
          .isPresent();
    }
    try (Connection connection = database.getConnection()) {
      return update.update(connection) > 0;
    }
  }

  /**
   * Within a transaction. The update holds the row, so of two calls with one nonce the second finds
   * it noted or used, and decides nothing.
   */
  private static boolean decide(Connection connection, CheckedCall call, Nonce lowest, Sql update)
      throws SQLException {
    return update.update(connection) > 0 && isFirst(connection, call, mayBeNoted(lowest));
  }

  private static boolean mayBeNoted(Nonce lowest) {
    return lowest.compareTo(new Nonce(0)) > 0;
  }

  /** One transaction, which is rolled back where it comes to nothing. */
  private <T> Optional<T> together(Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<T> result = work.in(connection);
        if (result.isPresent()) {
          connection.commit();
        } else {
          connection.rollback();
        }
        return result;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static boolean isFirst(Connection connection, CheckedCall call, boolean mayBeNoted)
      throws SQLException {
    RefusedNonces.Note note =
        mayBeNoted ? RefusedNonces.note(connection, call) : RefusedNonces.Note.SPENT;
    return switch (note) {
      case NOTED -> true;
      case KNOWN -> false;
      case SPENT -> !hasWindow(call) || use(connection, call);
    };
  }

  private static boolean use(Connection connection, CheckedCall call) throws SQLException {
    UUID key = call.keyId().value();
    long lowest = call.nonce().minus(call.key().restrictions().nonceWindow()).toOrdered();
    new Sql(FORGET_NONCES, key, lowest).update(connection);
    try {
      return new Sql(USE_NONCE, key, call.nonce().toOrdered()).update(connection) > 0;
    } catch (SQLException refused) {
      if (isDuplicate(refused)) {
        return false;
      }
      throw refused;
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    Optional<T> in(Connection connection) throws SQLException;
  }

  static boolean isDuplicate(SQLException refused) {
    return refused instanceof SQLIntegrityConstraintViolationException
        || "23505".equals(refused.getSQLState());
  }
}
