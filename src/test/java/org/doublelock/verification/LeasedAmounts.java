package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
