package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.doublelock.function.Lease;
import org.doublelock.otp.SharedSecret;
import org.doublelock.unlocking.LeaseTerms;
import org.junit.jupiter.api.BeforeEach;

/** A key with an app that two nodes remember, and what unlocks it. */
abstract class UnlockedKey extends TwoNodes {

  Caller caller;
  SharedSecret app;

  @BeforeEach
  void a_key_with_an_app_that_both_nodes_remember() {
    caller = site.newKey();
    app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    refused(Refusal.OTP_MISSING, a, caller.call(1), LATER);
    refused(Refusal.OTP_MISSING, b, caller.call(2), LATER);
  }

  Lease unlock(LeaseTerms terms) {
    return site.leases.grant(caller.id(), terms).orElseThrow();
  }

  static LeaseTerms upTo(String dollars, String... actions) {
    return new LeaseTerms(
        Duration.ofHours(1),
        Optional.empty(),
        Set.of(actions),
        Optional.of(new Lease.Bound(new BigDecimal(dollars), "USD")));
  }
}
