package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.junit.jupiter.api.Test;

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

  private static Verdict verify(RuntimeException failure) {
    return new VerificationService(
            new Failing(failure),
            new CallStates(null),
            null,
            new CallRates(15, 1),
            new AddressLockouts(100, 5),
            new FunctionRegistry(List.<PrivateFunction>of()),
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
    Optional<KeySnapshot> read(String publicKey, Instant now) {
      throw failure;
    }
  }
}
