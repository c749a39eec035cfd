package org.doublelock.verification;

import static org.doublelock.unlocking.LeasesOn.hour;
import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.otp.SharedSecret;
import org.doublelock.policy.DemandedFactors;
import org.doublelock.policy.Demands;
import org.doublelock.verification.DryRunReport.Line;
import org.doublelock.verification.DryRunReport.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls with keys whose permissions demand a second factor. */
class DemandedFactorCallsTest extends TwoNodes {

  private static final DemandedFactors IN_FORCE = demanded(NOW.toString(), "all-calls");

  private Caller caller;

  @Override
  Installation installation() {
    return memory();
  }

  private static DemandedFactors demanded(String from, String actions) {
    return Demands.of("withdraw-funds", from, actions, CalledFunctions.all());
  }

  @BeforeEach
  void demand_a_factor() {
    a = site.node("all-calls", IN_FORCE);
    caller = site.newKey();
  }

  @Test
  void are_accepted_until_that_time_and_refused_from_then_on() {
    VerificationService node = site.node("all-calls", demanded(LATER.toString(), "all-calls"));
    accepted(node, caller.call(1), LATER.minusNanos(1));
    refused(Refusal.FACTOR_REQUIRED, node, caller.call(2), LATER);
  }

  @Test
  void are_refused_whatever_they_call_and_told_so_to_the_owner() throws Exception {
    long nonce = 0;
    for (String function : List.of("Balance", "Withdraw", "LockKey", "AddOrder")) {
      refused(Refusal.FACTOR_REQUIRED, a, caller.calling(function).call(++nonce), LATER);
    }
    refused(Refusal.FACTOR_REQUIRED, a, caller.call(++nonce, "000000"), LATER);
    refused(Refusal.UNKNOWN_FUNCTION, a, caller.calling("Nothing").call(++nonce), LATER);
    site.write(LATER);
    assertEquals("Balance 192.0.2.1 factor-required 1", site.log(caller.id()).get(0));
  }

  @Test
  void cost_one_statement_and_spend_their_nonce() {
    refused(Refusal.FACTOR_REQUIRED, a, caller.call(1), LATER);
    site.watched.noted();
    refused(Refusal.FACTOR_REQUIRED, a, caller.call(5), LATER);
    // and the owner's log, as with every refusal
    assertEquals(List.of("update", "commit", "insert", "commit"), site.watched.noted());
    refused(Refusal.OLD_NONCE, site.node(), caller.call(5), LATER);
  }

  @Test
  void tell_nothing_of_it_to_whoever_has_not_the_secret() {
    SignedCall unsigned = Caller.withSignature(caller.call(1), "x");
    refused(Refusal.WRONG_SIGNATURE, a, unsigned, LATER);
  }

  @Test
  void are_accepted_once_the_key_has_one_and_while_it_is_unlocked() {
    refused(Refusal.FACTOR_REQUIRED, a, caller.call(1), LATER);
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    refused(Refusal.OTP_MISSING, a, caller.call(2), LATER);
    accepted(a, caller.call(3, app, LATER, 0), LATER);
    site.leases.grant(caller.id(), hour("Balance")).orElseThrow();
    accepted(a, caller.call(4), LATER);
    site.factors.remove(caller.id());
    refused(Refusal.FACTOR_REQUIRED, a, caller.call(5), LATER);
  }

  @Test
  void are_accepted_once_the_key_has_lost_the_permission() {
    refused(Refusal.FACTOR_REQUIRED, a, caller.call(1), LATER);
    site.keys.edit(
        caller.key(),
        new Description(caller.key().description()),
        Set.of(Permission.QUERY_FUNDS),
        Restrictions.none(),
        LATER);
    accepted(a, caller.call(2), LATER);
  }

  @Test
  void where_selections_apply_need_a_factor_that_is_asked_for_by_what_the_permission_opens() {
    VerificationService selecting = site.node("selected", demanded(NOW.toString(), "selected"));
    site.factors.enrolApp(caller.key(), false, Set.of("Ledgers"), NOW);
    refused(Refusal.OTP_MISSING, selecting, caller.calling("Ledgers").call(1), LATER);
    refused(Refusal.FACTOR_REQUIRED, selecting, caller.call(2), LATER);
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of("Withdraw"), NOW);
    accepted(selecting, caller.call(3), LATER);
    refused(Refusal.OTP_MISSING, selecting, caller.calling("Withdraw").call(4), LATER);
    accepted(selecting, caller.calling("Withdraw").call(5, app, LATER, 0), LATER);
  }

  @Test
  void are_tested_as_they_are_called() {
    DryRunReport report = site.dryRun(15, IN_FORCE).test(caller.key(), caller.call(1), LATER);
    assertEquals(Optional.of("EGeneral:Permission denied"), report.answer());
    assertEquals(new Line(9, State.PASSED, ""), report.lines().get(8));
    assertEquals(new Line(10, State.FAILED, "factor-required"), report.lines().get(9));
  }
}
