package org.doublelock.secondfactor;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.otp.WrongGuesses;

/** The wrong guesses at a key's factor, in the row that decides its calls. */
final class FactorGuesses {

  private static final String READ =
      "select failures, locked_until, guesses_forgotten_at from api_key_call_state"
          + " where api_key_id = :key";

  private FactorGuesses() {}

  /** Reads them, and holds nothing. */
  static Optional<WrongGuesses> read(EntityManager entities, ApiKeyId key) {
    return ask(entities, READ, key);
  }

  /** Reads them and holds the row, so that guesses at all doors are counted one by one. */
  static Optional<WrongGuesses> hold(EntityManager entities, ApiKeyId key) {
    return ask(entities, READ + " for update", key);
  }

  private static Optional<WrongGuesses> ask(EntityManager entities, String sql, ApiKeyId key) {
    List<Object[]> rows =
        entities
            .createNativeQuery(sql, Object[].class)
            .setParameter("key", key.value())
            .getResultList();
    return rows.stream().findFirst().map(FactorGuesses::read);
  }

  static void keep(EntityManager entities, ApiKeyId key, WrongGuesses guesses) {
    entities
        .createNativeQuery(
            "update api_key_call_state set failures = :inARow, locked_until = :lockedUntil,"
                + " guesses_forgotten_at = :forgottenAt where api_key_id = :key")
        .setParameter("inARow", guesses.inARow())
        .setParameter("lockedUntil", guesses.lockedUntil())
        .setParameter("forgottenAt", guesses.forgottenAt())
        .setParameter("key", key.value())
        .executeUpdate();
  }

  private static WrongGuesses read(Object[] row) {
    return new WrongGuesses(
        ((Number) row[0]).intValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
  }
}
