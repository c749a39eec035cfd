package org.doublelock.verification;

import java.util.Locale;
import java.util.Optional;

/** Why a call was refused. Each reason knows what the caller is told; the owner is told all. */
public enum Refusal {
  ADDRESS_LOCKED("EGeneral:Temporary lockout"),
  MALFORMED_BODY("EGeneral:Invalid arguments"),
  UNKNOWN_KEY("EAPI:Invalid key"),
  ACCOUNT_LOCKED("EAPI:Invalid key"),
  KEY_DISABLED("EAPI:Invalid key"),
  KEY_EXPIRED("EAPI:Invalid key"),
  ADDRESS_NOT_ALLOWED("EAPI:Invalid key"),
  MALFORMED_NONCE("EAPI:Invalid nonce"),
  WRONG_SIGNATURE("EAPI:Invalid signature"),
  KEY_LOCKED("EGeneral:Temporary lockout", "otp-locked"),
  OTP_MISSING("EAPI:Invalid signature", "otp-missing"),
  LEASE_OVER("EAPI:Invalid signature", "otp-missing"),
  LEASE_NOT_FOR_ACTION("EAPI:Invalid signature", "otp-missing"),
  LEASE_NOT_FROM_ADDRESS("EAPI:Invalid signature", "otp-missing"),
  LEASE_SPENT("EAPI:Invalid signature", "otp-missing"),
  OTP_WRONG("EAPI:Invalid signature", "otp-wrong"),
  OTP_REUSED("EAPI:Invalid signature", "otp-reused"),
  OLD_NONCE("EAPI:Invalid nonce"),
  NONCE_BEFORE_FAILOVER("EAPI:Invalid nonce"),
  RATE_EXCEEDED("EAPI:Rate limit exceeded"),
  UNKNOWN_FUNCTION("EGeneral:Unknown method"),
  NO_PERMISSION("EGeneral:Permission denied");

  private final String wireError;
  private final String hint;

  Refusal(String wireError) {
    this(wireError, null);
  }

  Refusal(String wireError, String hint) {
    this.wireError = wireError;
    this.hint = hint;
  }

  /** The text for the {@code error} list: clients compare it, so it never varies. */
  public String wireError() {
    return wireError;
  }

  /** The word for it in logs, metrics and the names of messages, such as {@code otp-wrong}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
