package org.doublelock.otp;

/**
 * The wrong guesses made at one secret, as far as they still matter. Times in milliseconds since
 * 1970.
 *
 * @param inARow how many since the last right one
 * @param lockedUntil until when nothing more is tried
 * @param forgottenAt when all of them are forgotten, whatever right ones lie between them: the
 *     later, the more there were
 */
public record WrongGuesses(int inARow, long lockedUntil, long forgottenAt) {

  public static final WrongGuesses NONE = new WrongGuesses(0, 0, 0);

  public boolean isLocked(long nowMillis) {
    return lockedUntil > nowMillis;
  }
}
