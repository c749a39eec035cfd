package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.function.Lease;
import org.doublelock.otp.SharedSecret;
import org.doublelock.unlocking.LeaseTerms;
import org.doublelock.unlocking.OpenLease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an owner is told of the keys that are unlocked. */
class OpenLeasesTest extends TwoNodes {

  private static final LeaseTerms TERMS =
      new LeaseTerms(
          Duration.ofHours(1),
          Optional.empty(),
          Set.of("Balance"),
          Optional.of(new Lease.Bound(BigDecimal.TEN, "USD")));

  private Caller caller;
  private Caller another;

  @Override
  Installation installation() {
    return memory();
  }

  @BeforeEach
  void two_keys_with_an_app() {
    caller = withApp();
    another = withApp();
  }

  private Caller withApp() {
    Caller made = site.newKey();
    SharedSecret app = site.factors.enrolApp(made.key(), false, Set.of(), NOW);
    accepted(a, made.call(1, app, LATER, 0), LATER);
    return made;
  }

  private Map<?, OpenLease> open() {
    return site.leases.open(List.of(caller.id(), another.id()));
  }

  @Test
  void none_is_open_where_there_is_no_key() {
    assertEquals(Map.of(), site.leases.open(List.of()));
  }

  @Test
  void one_is_told_with_its_bounds_and_uses_and_the_other_key_is_not() {
    Lease lease = site.leases.grant(caller.id(), TERMS).orElseThrow();
    accepted(a, caller.call(2), LATER);
    assertEquals(Set.of(caller.id()), open().keySet());
    OpenLease told = open().get(caller.id());
    assertEquals(lease.until(), told.lease().until());
    assertEquals(lease.actions(), told.lease().actions());
    assertEquals(1, told.uses());
    assertEquals(0, BigDecimal.TEN.compareTo(told.left()));
  }

  @Test
  void one_that_ended_is_not_told_whatever_ended_it() {
    site.leases.grant(caller.id(), TERMS);
    site.leases.end(caller.id());
    site.leases.grant(another.id(), TERMS);
    site.elapse(another.id(), Duration.ofHours(1));
    assertEquals(Map.of(), open());
  }
}
