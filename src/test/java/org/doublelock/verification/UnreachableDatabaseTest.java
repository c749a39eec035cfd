package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.DatabaseOutage;
import org.doublelock.edge.Networks;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.otp.LockoutRule;
import org.doublelock.policy.Demands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that cannot be decided is not accepted, and the caller is told to come back. */
class UnreachableDatabaseTest {

  private static final SignedCall CALL =
      new SignedCall(
          "/0/private/Balance",
          "Balance",
          Optional.of("key"),
          Optional.of("signature"),
          Optional.empty(),
          new byte[0],
          "192.0.2.7");

  @Test
  void is_told_from_a_fault_wherever_it_shows() {
    SQLException refused = new SQLException("connection refused");
    assertThrows(Unavailable.class, () -> verify(new PersistenceException(refused)));
    assertThrows(
        Unavailable.class, () -> verify(new EJBException(new PersistenceException(refused))));
  }

  @Test
  void a_fault_of_our_own_is_not_blamed_on_the_database() {
    assertThrows(
        EJBException.class, () -> verify(new EJBException(new IllegalStateException("a fault"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "57014", "53300", "40P01", "55P03", "40001", "HYT00"})
  void is_behind_what_fails_with_a_lost_or_busy_database(String state) {
    SQLException lost = new SQLException("gone", state);
    assertTrue(DatabaseOutage.isBehind(new EJBException(new PersistenceException(lost))));
  }

  @Test
  void is_behind_a_commit_whose_end_is_unknown() {
    assertTrue(DatabaseOutage.isBehind(new IllegalStateException(new SystemException())));
    assertTrue(DatabaseOutage.isBehind(new SQLException("no connection could be had in time")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22001"})
  void is_not_behind_a_statement_that_is_wrong(String state) {
    assertFalse(
        DatabaseOutage.isBehind(new PersistenceException(new SQLException("wrong", state))));
    assertFalse(DatabaseOutage.isBehind(new IllegalStateException("a fault")));
  }

  private static Verdict verify(RuntimeException failure) {
    return new VerificationService(
            new Failing(failure),
            new CallStates(null, new DatabaseHistory(Clock.systemUTC())),
            null,
            new CallRates(15, 1),
            new AddressLockouts(new Networks(64), 100, 5),
            new FunctionRegistry(List.<PrivateFunction>of()),
            Installation.unread(),
            new HistoryFloor(new DatabaseHistory(Clock.systemUTC())),
            Demands.none(),
            new LockoutRule(10, Duration.ofMinutes(15)))
        .verify(CALL, Instant.EPOCH);
  }

  private static final class Failing extends KeySnapshots {

    private final RuntimeException failure;

    Failing(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    Optional<KeySnapshot> remembered(String publicKey) {
      return Optional.empty();
    }

    @Override
    Optional<KeyStanding> standing(String publicKey) {
      return Optional.of(
          new KeyStanding(ApiKeyId.random(), AccountId.random(), true, false, Restrictions.none()));
    }

    @Override
    Optional<KeySnapshot> read(String publicKey, Instant now) {
      throw failure;
    }
  }
}
