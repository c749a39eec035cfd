package org.doublelock.verification;

import java.util.Optional;
import org.doublelock.edge.Coded;

/** Why a call was refused. Each reason knows what the caller is told; the owner is told all. */
public enum Refusal implements Coded {
  ADDRESS_LOCKED(Check.BODY, "EGeneral:Temporary lockout"),
  MALFORMED_BODY(Check.BODY, "EGeneral:Invalid arguments"),
  UNKNOWN_KEY(Check.KEY, "EAPI:Invalid key"),
  ACCOUNT_LOCKED(Check.KEY, "EAPI:Invalid key"),
  KEY_DISABLED(Check.KEY, "EAPI:Invalid key"),
  KEY_EXPIRED(Check.KEY, "EAPI:Invalid key"),
  ADDRESS_NOT_ALLOWED(Check.KEY, "EAPI:Invalid key"),
  MALFORMED_NONCE(Check.NONCE, "EAPI:Invalid nonce"),
  WRONG_SIGNATURE(Check.SIGNATURE, "EAPI:Invalid signature"),
  KEY_LOCKED(Check.LOCKOUT, "EGeneral:Temporary lockout", "otp-locked"),
  OTP_MISSING(Check.SECOND_FACTOR, "EAPI:Invalid signature", "otp-missing"),
  LEASE_OVER(Check.SECOND_FACTOR, "EAPI:Invalid signature", "otp-missing"),
  LEASE_NOT_FOR_ACTION(Check.SECOND_FACTOR, "EAPI:Invalid signature", "otp-missing"),
  LEASE_NOT_FROM_ADDRESS(Check.SECOND_FACTOR, "EAPI:Invalid signature", "otp-missing"),
  LEASE_SPENT(Check.SECOND_FACTOR, "EAPI:Invalid signature", "otp-missing"),
  OTP_WRONG(Check.SECOND_FACTOR, "EAPI:Invalid signature", "otp-wrong"),
  OTP_REUSED(Check.SECOND_FACTOR, "EAPI:Invalid signature", "otp-reused"),
  OLD_NONCE(Check.FRESHNESS, "EAPI:Invalid nonce"),
  NONCE_BEFORE_FAILOVER(Check.FRESHNESS, "EAPI:Invalid nonce"),
  RATE_EXCEEDED(Check.CALL_RATE, "EAPI:Rate limit exceeded"),
  UNKNOWN_FUNCTION(Check.FUNCTION, "EGeneral:Unknown method"),
  FACTOR_REQUIRED(Check.PERMISSION, "EGeneral:Permission denied", "factor-required"),
  NO_PERMISSION(Check.PERMISSION, "EGeneral:Permission denied");

  private final Check check;
  private final String wireError;
  private final String hint;

  Refusal(Check check, String wireError) {
    this(check, wireError, null);
  }

  Refusal(Check check, String wireError, String hint) {
    this.check = check;
    this.wireError = wireError;
    this.hint = hint;
  }

  /** The check that the call did not pass. */
  Check check() {
    return check;
  }

  /** Whether the call had been found to be signed by then. */
  boolean isOfSignedCall() {
    return check.compareTo(Check.SIGNATURE) > 0;
  }

  /** Whether callers are refused so who have no key, or not its secret. */
  boolean isOfUnauthenticatedCaller() {
    return check == Check.KEY || check == Check.SIGNATURE;
  }

  /** The text for the {@code error} list: clients compare it, so it never varies. */
  public String wireError() {
    return wireError;
  }

  /** Whether the call carried no second factor, whatever its key was unlocked for. */
  boolean isForWantOfACode() {
    return OTP_MISSING.hint.equals(hint);
  }

  /** The value of {@code Doublelock-Refusal}; there is one only where the signature was right. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
