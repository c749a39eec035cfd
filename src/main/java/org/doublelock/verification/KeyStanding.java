package org.doublelock.verification;

import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Restrictions;

/** Whose key it is, and what decides whether it may be used at all, by that caller and now. */
record KeyStanding(
    ApiKeyId id, AccountId owner, boolean enabled, boolean ownerLocked, Restrictions restrictions) {

  /** Why it may not be used; the caller is told the same for each reason. */
  Optional<Refusal> refusal(String callerAddress, Instant now) {
    if (ownerLocked) {
      return Optional.of(Refusal.ACCOUNT_LOCKED);
    }
    if (!enabled) {
      return Optional.of(Refusal.KEY_DISABLED);
    }
    if (restrictions.expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
      return Optional.of(Refusal.KEY_EXPIRED);
    }
    return restrictions.admitAddress(callerAddress)
        ? Optional.empty()
        : Optional.of(Refusal.ADDRESS_NOT_ALLOWED);
  }
}
