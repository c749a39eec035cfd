package org.doublelock.verification;

import static org.doublelock.unlocking.LeasesOn.hour;
import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.AddressRange;
import org.doublelock.function.Lease;
import org.doublelock.otp.SharedSecret;
import org.doublelock.unlocking.LeaseTerms;
import org.doublelock.unlocking.UnlockChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner of a key is told about unlocking it, and asked. */
class UnlockEventsTest extends TwoNodes {

  private static final Duration DAY = Duration.ofHours(24);

  private AccountId account;
  private Caller caller;
  private SharedSecret app;

  @Override
  Installation installation() {
    return memory();
  }

  @BeforeEach
  void an_account_with_a_key_that_has_an_app() {
    account = site.newAccount();
    caller = site.newKeyOf(account);
    app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
  }

  /** What was told since the app was set up, without the key's name. */
  private List<String> told() {
    return site.events(account).stream()
        .skip(2)
        .map(event -> event.replace(caller.key().description(), "it"))
        .toList();
  }

  @Test
  void that_it_was_unlocked_until_when_and_within_what() {
    Lease lease =
        site.leases
            .grant(
                caller.id(),
                new LeaseTerms(
                    Duration.ofMinutes(15),
                    Optional.of("203.0.113.7"),
                    Set.of("Withdraw", "Balance"),
                    Optional.of(new Lease.Bound(new BigDecimal("500.50"), "USD"))))
            .orElseThrow();
    String until = lease.until().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    assertEquals(
        List.of("lease-granted it (" + until + "; 203.0.113.7; 500.5 USD; Withdraw, Balance)"),
        told());
  }

  @Test
  void that_it_may_withdraw_however_many_actions_there_are() {
    Set<String> actions = new TreeSet<>(Set.of("Withdraw"));
    IntStream.range(100, 160).forEach(number -> actions.add("Action" + number));
    site.leases.grant(caller.id(), hour(actions.toArray(String[]::new)));
    String text = told().get(0);
    assertTrue(text.contains("; Withdraw, Action100, "), text);
    assertTrue(text.matches(".* … \\+\\d+\\)"), text);
  }

  @Test
  void that_it_was_locked_again_and_how_often_it_was_used() {
    site.leases.grant(caller.id(), hour("Balance"));
    accepted(a, caller.call(1), LATER);
    accepted(b, caller.call(2), LATER);
    assertTrue(site.leases.end(caller.id()));
    assertEquals("lease-ended it (2 ×)", told().get(1));
    assertTrue(!site.leases.end(caller.id()), "there is nothing left to end");
    site.leases.tell();
    assertEquals(2, told().size(), "once");
  }

  @Test
  void that_its_time_is_over_once_and_from_whichever_node() {
    site.leases.grant(caller.id(), hour("Balance"));
    accepted(a, caller.call(1), LATER);
    site.leases.tell();
    assertEquals(1, told().size(), "it is not over");
    site.elapse(caller.id(), Duration.ofHours(2));
    site.leases.tell();
    site.leases.tell();
    assertEquals(List.of("lease-ran-out it (1 ×)"), told().subList(1, told().size()));
  }

  @Test
  void that_a_change_or_another_lease_has_ended_it() {
    site.leases.grant(caller.id(), hour("Balance"));
    site.leases.grant(caller.id(), hour("Ledgers"));
    assertEquals("lease-ended it (0 ×)", told().get(1));
    site.keys.roll(caller.key(), Duration.ZERO, LATER);
    site.leases.tell();
    assertEquals("lease-ended it (0 ×)", told().get(told().size() - 1));
    site.leases.grant(caller.id(), hour("Balance"));
    site.leases.endAll(account);
    assertEquals("lease-ended it (0 ×)", told().get(told().size() - 1));
  }

  @Test
  void whether_to_unlock_it_once_for_each_bout_of_refused_calls() {
    refused(Refusal.OTP_MISSING, a, caller.call(1), LATER);
    refused(Refusal.OTP_MISSING, b, caller.call(2), LATER.plusSeconds(60));
    refused(Refusal.OTP_MISSING, a, caller.call(3), LATER.plusSeconds(3000));
    refused(Refusal.OTP_MISSING, b, caller.call(4), LATER.plusSeconds(6000));
    assertEquals(List.of("lease-asked it (Balance)"), told());
    assertEquals(1, site.leases.asked(account, LATER).size());
    assertEquals(Caller.ELSEWHERE, site.leases.asked(account, LATER).get(0).address());
    refused(Refusal.OTP_MISSING, a, caller.call(5), LATER.plusSeconds(9700));
    assertEquals(2, told().size(), "an hour without one ends a bout");
  }

  @Test
  void not_whether_to_unlock_it_for_calls_that_are_no_owners() {
    site.keys.edit(
        caller.key(),
        new org.doublelock.apikey.Description(caller.key().description()),
        caller.key().permissions(),
        new Restrictions(
            List.of(AddressRange.parse("203.0.113.7").orElseThrow()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0),
        LATER);
    refused(Refusal.ADDRESS_NOT_ALLOWED, a, caller.call(1), LATER);
    Caller allowed = caller.from("203.0.113.7");
    SignedCall unsigned = Caller.withSignature(allowed.call(2), "AAAA");
    refused(Refusal.WRONG_SIGNATURE, a, unsigned, LATER);
    refused(Refusal.OTP_WRONG, a, allowed.call(3, Caller.wrongCode(app, LATER)), LATER);
    assertEquals(List.of("key-changed it"), told());
  }

  @Test
  void not_whether_to_unlock_it_where_the_owner_wants_no_question_or_no_unlocking() {
    site.leases.choose(caller.id(), new UnlockChoice(true, DAY, false));
    refused(Refusal.OTP_MISSING, a, caller.call(1), LATER);
    site.leases.choose(caller.id(), new UnlockChoice(false, DAY, true));
    refused(Refusal.OTP_MISSING, b, caller.call(2), LATER);
    assertEquals(List.of("key-changed it", "key-changed it"), told());
  }

  @Test
  void no_more_once_it_is_unlocked() {
    refused(Refusal.OTP_MISSING, a, caller.call(1), LATER);
    site.leases.grant(caller.id(), hour("Balance"));
    assertEquals(List.of(), site.leases.asked(account, LATER));
  }

  @Test
  void until_when_it_had_been_where_a_call_came_too_late() throws Exception {
    Lease lease = site.leases.grant(caller.id(), hour("Balance")).orElseThrow();
    site.elapse(caller.id(), Duration.ofHours(2));
    refused(Refusal.LEASE_OVER, a, caller.call(1), LATER);
    assertEquals(lease.until().toEpochMilli(), site.lateCall(caller.id()));
    Instant next = lease.until().plus(Duration.ofDays(2));
    refused(Refusal.OTP_MISSING, a, caller.call(2), next);
  }
}
