package org.doublelock.verification;

import org.doublelock.apikey.ApiKeyId;
import org.doublelock.edge.DatabaseClock;
import org.doublelock.otp.WrongGuesses;
import org.doublelock.signing.Nonce;

/**
 * Every statement with which calls ask or change {@code api_key_call_state}, the narrow row that
 * decides them. None changes what it does not name.
 */
final class RowStatements {

  /**
   * One for all kinds of calls, so that all can share a batch. With nothing to take from the lease
   * it changes nothing of it, and then the lease is no condition: it has to be running, by the
   * database's clock, for a call that is counted as one of its uses. A window keeps the highest
   * nonce; the floor is below the last nonce, so without a window it is no condition.
   */
  private static final String ACCEPT =
      "update api_key_call_state set last_nonce = greatest(last_nonce, ?),"
          + " failures = failures * ?, last_used_at = ?,"
          + " last_time_step = greatest(last_time_step, ?),"
          + " unlock_uses = unlock_uses + ?, unlock_left = unlock_left - ?"
          + " where api_key_id = ? and epoch = ? and last_nonce <= ? and nonce_floor < ?"
          + " and locked_until <= ? and last_time_step < ?"
          + " and unlocked_until >= ? * ("
          + DatabaseClock.MILLIS
          + ") and unlock_left >= ?"
          + " and (last_nonce >= ? or last_nonce < ?)"
          + RefusedNonces.NOT_REFUSED;

  private static final String IS_FRESH =
      " where api_key_id = ? and epoch = ? and last_nonce <= ? and nonce_floor < ?"
          + RefusedNonces.NOT_REFUSED;

  /** Without the second factor, only a nonce of the last one's unit is spent. */
  private static final String SPEND =
      "update api_key_call_state set last_nonce ="
          + " case when last_nonce >= ? then greatest(last_nonce, ?) else last_nonce end"
          + IS_FRESH;

  private static final String UNLOCKED = " and locked_until <= ?";

  private static final String ASK = "select 1 from api_key_call_state" + IS_FRESH;

  private static final String READ =
      "select epoch, last_nonce, nonce_floor, locked_until, last_time_step,"
          + " case when unlocked_until >= "
          + DatabaseClock.MILLIS
          + " then 1 else 0 end, unlock_left from api_key_call_state where api_key_id = ?";

  private static final String GUESSES =
      "select failures, locked_until, guesses_forgotten_at from api_key_call_state"
          + " where api_key_id = ?";

  private static final String COUNT =
      "update api_key_call_state set failures = ?, locked_until = ?, guesses_forgotten_at = ?"
          + " where api_key_id = ?";

  private RowStatements() {}

  static Sql accept(Acceptance asked) {
    CheckedCall call = asked.call();
    long nonce = call.nonce().toOrdered();
    return new Sql(
        ACCEPT,
        nonce,
        asked.proven() ? 0 : 1,
        call.nowMillis(),
        asked.strictStep().orElse(0L),
        asked.use().calls(),
        asked.use().amount(),
        asked.row(),
        call.key().epoch(),
        highestThatAdmits(call),
        nonce,
        call.nowMillis(),
        asked.strictStep().orElse(Long.MAX_VALUE),
        asked.use().calls(),
        asked.use().amount(),
        asked.lowestLast(),
        asked.lowestFirst(),
        nonce);
  }

  /**
   * Spends a call's nonce.
   *
   * @param lowest the lowest last nonce beside which it is spent
   */
  static Sql spend(CheckedCall call, Nonce lowest) {
    long nonce = call.nonce().toOrdered();
    return new Sql(
        SPEND,
        lowest.toOrdered(),
        nonce,
        call.keyId().value(),
        call.key().epoch(),
        highestThatAdmits(call),
        nonce,
        nonce);
  }

  /** The same, unless the key is locked out. */
  static Sql spendUnlocked(CheckedCall call, Nonce lowest) {
    return spend(call, lowest).and(UNLOCKED, call.nowMillis());
  }

  /** Whether {@link #spendUnlocked} would change something. */
  static Sql isFreshAndUnlocked(CheckedCall call) {
    long nonce = call.nonce().toOrdered();
    return new Sql(
            ASK, call.keyId().value(), call.key().epoch(), highestThatAdmits(call), nonce, nonce)
        .and(UNLOCKED, call.nowMillis());
  }

  static Sql read(ApiKeyId key) {
    return new Sql(READ, key.value());
  }

  static Sql guesses(CheckedCall call) {
    return new Sql(GUESSES, call.keyId().value());
  }

  static Sql count(CheckedCall call, WrongGuesses guesses) {
    return new Sql(
        COUNT,
        guesses.inARow(),
        guesses.lockedUntil(),
        guesses.forgottenAt(),
        call.keyId().value());
  }

  /** The highest "last nonce" that still admits this one: itself less one, or up to the window. */
  private static long highestThatAdmits(CheckedCall call) {
    long window = call.key().restrictions().nonceWindow();
    return (window > 0 ? call.nonce().plus(window) : call.nonce().minus(1)).toOrdered();
  }
}
