package org.doublelock.verification;

import java.security.SecureRandom;
import java.sql.SQLException;
import org.doublelock.signing.SigningSecret;

/**
 * What makes times equal. Whoever is not told something by the answer must not tell it by how long
 * the answer takes, or a thief who measures learns what a refusal hides: which keys exist, and
 * which guess at a second factor was right where no guess is counted. So a key that is refused
 * costs one statement ({@link KeyStandings}) and one signature whether it exists or not, and its
 * refusal waits for nothing; and a right password that is remembered, beside an old nonce or under
 * a lockout, costs what a wrong one does.
 */
final class EqualTimes {

  private static final SigningSecret NOBODYS = SigningSecret.generate(new SecureRandom());

  private EqualTimes() {}

  /** The signature that a key in use would have been checked against. */
  static void forRefusedKey(SignedCall call, CallBody body) {
    call.signatureBy(NOBODYS, body);
  }

  /** Whether its entry in the owner's log is written after the answer: an unknown key has none. */
  static boolean waitsForNothing(Refusal reason) {
    return reason.check() == Check.KEY;
  }

  /** Beside an old nonce no guess is counted, so the right one must not be the quicker one. */
  static void besideOldNonce(
      CheckedCall call, FactorCheck factor, SecondFactorCheck secondFactors) {
    if (factor instanceof FactorCheck.RightPassword right && right.remembered()) {
      secondFactors.takeTheTimeOfAHash(call.body().otp().orElseThrow());
    }
  }

  /** Under a lockout nothing is counted, and a remembered password takes one statement more. */
  static void underLockout(CheckedCall call, DecidingRow row) throws SQLException {
    row.countWrong(call);
  }
}
