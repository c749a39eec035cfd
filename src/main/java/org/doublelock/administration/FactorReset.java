package org.doublelock.administration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;

/**
 * Taking the sign-in 2FA away from someone who has lost all of it and has shown to the operator who
 * they are. The password alone signs in then; the second factors of keys stay.
 */
@Stateless
public class FactorReset {

  @Inject private SeenAccounts seen;
  @Inject private AccountFactors factors;
  @Inject private AccessRevocation access;
  @Inject private SecurityEvents events;

  public FactorReset() {
    // for the container
  }

  FactorReset(
      SeenAccounts seen, AccountFactors factors, AccessRevocation access, SecurityEvents events) {
    this.seen = seen;
    this.factors = factors;
    this.access = access;
    this.events = events;
  }

  /** Takes all of it away, recovery codes too, and ends every way into the account. */
  public ActOutcome reset(SeenAccount account, StatedReason reason, Instant now) {
    if (!seen.hold(account)) {
      return ActOutcome.CHANGED;
    }
    factors.removeAll(account.id());
    access.everywhere(account.id());
    events.record(reason.event(EventKind.SIGN_IN_FACTORS_RESET, account.id(), now));
    return ActOutcome.DONE;
  }
}
