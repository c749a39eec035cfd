package org.doublelock.verification;

import static org.doublelock.unlocking.LeasesOn.hour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.doublelock.function.FunctionCaller;
import org.junit.jupiter.api.Test;

/** A key that is unlocked up to an amount, on two nodes. */
abstract class LeasedAmounts extends UnlockedKey {

  @Test
  void an_amount_is_spent_and_what_is_over_it_is_refused() {
    unlock(upTo("100", "Withdraw", "Balance"));
    Caller withdrawing = caller.calling("Withdraw");
    accepted(a, withdrawing.signed("nonce=3&amount=60", "3"), LATER);
    refused(Refusal.LEASE_SPENT, b, withdrawing.signed("nonce=4&amount=40.01", "4"), LATER);
    accepted(b, withdrawing.signed("nonce=5&amount=40", "5"), LATER);
    refused(Refusal.LEASE_SPENT, a, withdrawing.signed("nonce=6&amount=0.00000000001", "6"), LATER);
    accepted(a, caller.call(7), LATER);
    assertEquals(0, site.lease(caller.id()).left().signum());
  }

  @Test
  void an_accepted_call_knows_what_it_took() {
    unlock(upTo("100", "Withdraw"));
    Caller withdrawing = caller.calling("Withdraw");
    FunctionCaller bounded = calledBy(withdrawing.signed("nonce=3&amount=60", "3"));
    assertEquals(0, bounded.taken().orElseThrow().compareTo(new BigDecimal("60")));
    FunctionCaller withCode = calledBy(withdrawing.call(4, app, LATER, 0));
    assertEquals(Optional.empty(), withCode.taken());
    unlock(hour("Withdraw"));
    FunctionCaller unbounded = calledBy(withdrawing.signed("nonce=5&amount=60", "5"));
    assertEquals(Optional.empty(), unbounded.taken());
  }

  private FunctionCaller calledBy(SignedCall call) {
    return assertInstanceOf(Verdict.Accepted.class, a.verify(call, LATER)).caller();
  }

  @Test
  void an_amount_that_cannot_be_told_is_in_no_bound() {
    unlock(upTo("100", "Withdraw"));
    Caller withdrawing = caller.calling("Withdraw");
    long nonce = 3;
    for (String amount :
        List.of("", "amount=-1", "amount=1e1", "amount=1&amount=99999", "amount=x")) {
      SignedCall call = withdrawing.signed("nonce=" + nonce + "&" + amount, "" + nonce);
      refused(Refusal.LEASE_SPENT, a, call, LATER);
      nonce++;
    }
    assertEquals(new BigDecimal("1E+2"), site.lease(caller.id()).left());
  }

  @Test
  void an_amount_that_an_api_behind_a_gateway_may_read_otherwise_is_in_no_bound() {
    unlock(upTo("100", CalledFunctions.BEHIND_GATEWAY));
    Caller lending = caller.calling(CalledFunctions.BEHIND_GATEWAY);
    long nonce = 3;
    for (String body :
        List.of(
            "amount=1&Amount=9",
            "amount=1&amount[]=9",
            "amount[x]=9&amount=1",
            "+amount=9&amount=1",
            "amount%00x=9&amount=1",
            "amount%3Bx=9&amount=1",
            "amount=1&note=a;b=c",
            "amount=1&[amount]=9",
            "amount=1&amount]=9",
            "amount=1&pay[amount=9",
            "amount=1&pay[x]y=9",
            "[1]&amount=1",
            "%20&amount=1&[",
            "amount=1&note.x=a&note_x=b")) {
      SignedCall call = lending.signed("nonce=" + nonce + "&" + body, "" + nonce);
      refused(Refusal.LEASE_SPENT, a, call, LATER);
      nonce++;
    }
    for (String json : List.of("{", " [", "\ufeff\r\n{")) {
      String body = json + "\"amount\":9,\"note\":\"&nonce=" + nonce + "&amount=1&\"}";
      refused(Refusal.LEASE_SPENT, a, lending.signed(body, "" + nonce), LATER);
      nonce++;
    }
    for (String fields :
        List.of(
            "'amount':1,'AMOUNT':9",
            "'amount':1,'amoun\u0074 ':9",
            "'amount':1,'amount[]':9",
            "'amount':1,'k':2,'\u212a':3",
            "'amount':1,'s':2,'\u017f':3",
            "'amount':1,'note':'&amount=9&'",
            "'amount':1,'note':';amount=9'",
            "'amount':1,'loan':{'a':1,'A':2}")) {
      String body = ("{'nonce':" + nonce + "," + fields + "}").replace('\'', '"');
      refused(Refusal.LEASE_SPENT, a, lending.signedJson(body, "" + nonce), LATER);
      nonce++;
    }
    assertEquals(new BigDecimal("1E+2"), site.lease(caller.id()).left());
  }

  @Test
  void an_amount_that_is_told_once_is_in_the_bound_behind_a_gateway_too() {
    unlock(upTo("100", CalledFunctions.BEHIND_GATEWAY));
    Caller lending = caller.calling(CalledFunctions.BEHIND_GATEWAY);
    accepted(a, lending.signed("nonce=3&amount=1&note=a%3Bb&other[x]=1&o[0][x]=%7B", "3"), LATER);
    accepted(
        b,
        lending.signedJson(
            "{\"nonce\":4,\"amount\":1,\"loan\":{\"a\":\"x=1 & y\",\"b\":2},\"books\":[{\"a\":1},{\"a\":2}]}",
            "4"),
        LATER);
    assertEquals(0, site.lease(caller.id()).left().compareTo(new BigDecimal(98)));
  }

  @Test
  void a_function_of_this_site_reads_its_fields_by_their_exact_names() {
    unlock(upTo("100", "Withdraw"));
    Caller withdrawing = caller.calling("Withdraw");
    accepted(a, withdrawing.signed("nonce=3&amount=1&Amount=9&note=a;b", "3"), LATER);
    accepted(b, withdrawing.signed("nonce=4&amount=1&o[0][x]=1&o[1][x]=2", "4"), LATER);
    assertEquals(0, site.lease(caller.id()).left().compareTo(new BigDecimal(98)));
  }

  @Test
  void of_many_at_once_no_more_are_let_through_than_the_amount_is_for() throws Exception {
    unlock(upTo("10", "Withdraw"));
    Caller withdrawing = caller.calling("Withdraw");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Verdict>> calls =
          IntStream.range(0, 40)
              .<Callable<Verdict>>mapToObj(
                  each ->
                      () ->
                          (each % 2 == 0 ? a : b)
                              .verify(
                                  withdrawing.signed(
                                      "nonce=" + (100 + each) + "&amount=1", "" + (100 + each)),
                                  LATER))
              .toList();
      int accepted = 0;
      for (Future<Verdict> verdict : threads.invokeAll(calls)) {
        accepted += verdict.get() instanceof Verdict.Accepted ? 1 : 0;
      }
      Installation.LeaseRow row = site.lease(caller.id());
      assertTrue(accepted <= 10, () -> "over the bound");
      assertEquals(accepted, row.uses());
      assertEquals(0, row.left().compareTo(new BigDecimal(10 - accepted)));
    } finally {
      threads.shutdownNow();
    }
  }
}
