package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold over two nodes and one PostgreSQL, also while they are killed. */
class TwoNodesFaultIT extends TwoKillableNodes {

  private static final int CALLERS = 32;
  private static final int CALLS = 20_000;

  @Test
  void a_nonce_is_accepted_once_and_in_order_while_a_node_and_then_the_database_are_killed()
      throws Exception {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    List<Barrage.Shot> shots = throughFaults(key, app);

    assertEquals(Set.of(), Barrage.twice(shots));
    assertEquals(List.of(), Barrage.outOfOrder(shots));
    long highest =
        shots.stream()
            .filter(Barrage.Shot::isAccepted)
            .mapToLong(Barrage.Shot::nonce)
            .max()
            .orElseThrow();
    assertTrue(highest <= lastNonce(key), "an accepted nonce is not on disk");
    assertReplaysAreRefused(key, app, shots);
  }

  @Test
  void inside_a_window_a_nonce_is_accepted_once_while_they_are_killed() throws Exception {
    TestKey key = keyWithWindow();
    Authenticator app = owner.switchOnWithApp(key);
    List<Barrage.Shot> shots = throughFaults(key, app);
    assertEquals(Set.of(), Barrage.twice(shots));
    assertReplaysAreRefused(key, app, shots);
  }

  /** Duplicated and shuffled nonces, while one node dies and comes back, and then the database. */
  private List<Barrage.Shot> throughFaults(TestKey key, Authenticator app) throws Exception {
    List<LongFunction<ApiClient.Call>> calls =
        List.of(nonce -> call(one, key, app, nonce), nonce -> call(other, key, app, nonce));
    try (Barrage barrage = new Barrage(CALLERS, new ShuffledNonces()::nonce, calls)) {
      barrage.awaitAccepted(200);
      nodes.killSecond();
      barrage.awaitAccepted(100); // the other node goes on
      // slowly, or the calls leave a node no processor to start on
      barrage.slowlyDuring(nodes::restartSecond);
      barrage.awaitAccepted(100);
      postgres.kill();
      barrage.awaitSize(barrage.size() + 500);
      postgres.start();
      barrage.awaitAccepted(200); // without anybody restarting a node
      barrage.awaitSize(CALLS);
      List<Barrage.Shot> shots = barrage.end();
      assertEquals(
          Set.of("", "EAPI:Invalid nonce", "EService:Unavailable"),
          shots.stream()
              .map(Barrage.Shot::error)
              .filter(error -> error != null)
              .collect(Collectors.toSet()));
      return shots;
    }
  }

  private static ApiClient.Call call(ApiClient node, TestKey key, Authenticator app, long nonce) {
    return node.call(key, "Balance").nonce(String.valueOf(nonce)).otp(app.code());
  }

  private static void assertReplaysAreRefused(
      TestKey key, Authenticator app, List<Barrage.Shot> shots) {
    List<Barrage.Shot> accepted =
        new ArrayList<>(shots.stream().filter(Barrage.Shot::isAccepted).toList());
    Collections.shuffle(accepted, new Random(7));
    for (Barrage.Shot shot : accepted.subList(0, Math.min(300, accepted.size()))) {
      assertEquals("EAPI:Invalid nonce", call(other, key, app, shot.nonce()).send().error());
    }
  }

  @Test
  void of_a_thousand_wrong_codes_over_both_nodes_no_more_are_tried_than_the_bound()
      throws Exception {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    Set<String> tried = ConcurrentHashMap.newKeySet();
    List<LongFunction<ApiClient.Call>> calls =
        List.of(
            nonce -> one.call(key, "Balance").nonce(String.valueOf(nonce)).otp(app.wrongCode()),
            nonce -> other.call(key, "Balance").nonce(String.valueOf(nonce)).otp(app.wrongCode()));
    List<Barrage.Shot> shots;
    try (Barrage barrage = new Barrage(CALLERS, number -> number + 1, calls)) {
      barrage.awaitSize(1_000);
      shots = barrage.end();
    }
    assertEquals(0, shots.stream().filter(Barrage.Shot::isAccepted).count(), tried.toString());
    assertEquals(
        10, shots.stream().filter(shot -> "EAPI:Invalid signature".equals(shot.error())).count());
    String highest = String.valueOf(Long.MAX_VALUE);
    assertEquals(
        "EGeneral:Temporary lockout",
        one.call(key, "Balance").nonce(highest).otp(app.code()).send().error());
  }

  /**
   * Each of two hundred switches holds on both nodes from the moment the browser has the answer. It
   * draws the pages of every tenth round only, since most of the time would go there.
   */
  @Test
  void no_call_slips_through_while_the_factor_is_switched_on_and_off_two_hundred_times()
      throws Exception {
    TestKey key = keyWithWindow();
    List<LongFunction<ApiClient.Call>> calls =
        List.of(
            nonce -> one.call(key, "Balance").nonce(String.valueOf(nonce)),
            nonce -> other.call(key, "Balance").nonce(String.valueOf(nonce)));
    AtomicLong nonces = new AtomicLong(System.currentTimeMillis() * 1_000);
    List<long[]> protectedTimes = new ArrayList<>();
    List<long[]> openTimes = new ArrayList<>();
    String password = "seven quiet otters rowing";
    UndrawnPages undrawn = new UndrawnPages(page);
    try (Barrage barrage = new Barrage(4, number -> nonces.incrementAndGet(), calls)) {
      barrage.awaitAccepted(20);
      long openSince = System.nanoTime();
      for (int round = 0; round < 100; round++) {
        barrage.awaitAccepted(2);
        openTimes.add(new long[] {openSince, System.nanoTime()});
        KeySwitch by = round % 10 == 0 ? owner : undrawn;
        by.switchOnWithPassword(key, password);
        long on = System.nanoTime();
        int before = barrage.size();
        barrage.awaitSize(before + 8);
        protectedTimes.add(new long[] {on, System.nanoTime()});
        by.switchOff(key, password);
        openSince = System.nanoTime();
      }
      barrage.awaitAccepted(2);
      openTimes.add(new long[] {openSince, System.nanoTime()});
      List<Barrage.Shot> shots = barrage.end();
      assertEquals(List.of(), within(protectedTimes, shots, true), "accepted without a code");
      assertEquals(List.of(), within(openTimes, shots, false), "refused although switched off");
    }
  }

  /** Each of fifty leases opens both nodes, and each "Lock now" closes both from its answer on. */
  @Test
  void no_call_without_a_code_slips_through_after_lock_now() throws Exception {
    TestKey key = keyWithWindow();
    Authenticator app = owner.switchOnWithApp(key);
    List<LongFunction<ApiClient.Call>> calls =
        List.of(
            nonce -> one.call(key, "Balance").nonce(String.valueOf(nonce)),
            nonce -> other.call(key, "Balance").nonce(String.valueOf(nonce)));
    AtomicLong nonces = new AtomicLong(System.currentTimeMillis() * 1_000);
    List<long[]> lockedTimes = new ArrayList<>();
    List<long[]> openTimes = new ArrayList<>();
    try (Barrage barrage = new Barrage(4, number -> nonces.incrementAndGet(), calls)) {
      for (int round = 0; round < 50; round++) {
        ApiClient.Call unlock = one.call(key, "UnlockKey").otp(app.code()).with("minutes", "5");
        unlock.nonce(String.valueOf(nonces.incrementAndGet()));
        assertEquals("", unlock.with("address", "any").send().error());
        long open = System.nanoTime();
        barrage.awaitAccepted(2);
        openTimes.add(new long[] {open, System.nanoTime()});
        if (round % 10 == 0) {
          UnlockForm.lockNow(owner, key);
        } else {
          ApiClient.Call lock = one.call(key, "LockKey");
          assertEquals("", lock.nonce(String.valueOf(nonces.incrementAndGet())).send().error());
        }
        long locked = System.nanoTime();
        int before = barrage.size();
        barrage.awaitSize(before + 8);
        lockedTimes.add(new long[] {locked, System.nanoTime()});
      }
      List<Barrage.Shot> shots = barrage.end();
      assertEquals(List.of(), within(lockedTimes, shots, true), "accepted after it was locked");
      assertEquals(List.of(), within(openTimes, shots, false), "refused although unlocked");
    }
  }

  /** Withdrawals of 14 dollars each, up to so many, on two nodes that are killed. */
  @Test
  void an_amount_is_never_spent_twice_while_a_node_and_then_the_database_are_killed()
      throws Exception {
    int most = 300;
    TestKey key = keyWithWindow(List.of("Query funds", "Withdraw"));
    Authenticator app = owner.switchOnWithApp(key);
    AtomicLong nonces = new AtomicLong(System.currentTimeMillis() * 1_000);
    ApiClient.Call unlock =
        one.call(key, "UnlockKey")
            .nonce(String.valueOf(nonces.incrementAndGet()))
            .otp(app.code())
            .with("minutes", "60")
            .with("actions", "Withdraw")
            .with("amount", String.valueOf(14 * most));
    assertEquals("", unlock.send().error());
    List<LongFunction<ApiClient.Call>> calls =
        List.of(nonce -> withdrawal(one, key, nonce), nonce -> withdrawal(other, key, nonce));
    List<Barrage.Shot> shots;
    try (Barrage barrage = new Barrage(CALLERS, number -> nonces.incrementAndGet(), calls)) {
      barrage.awaitAccepted(60);
      nodes.killSecond();
      barrage.awaitAccepted(20);
      barrage.slowlyDuring(nodes::restartSecond);
      postgres.kill();
      barrage.awaitSize(barrage.size() + 200);
      postgres.start();
      barrage.awaitSize(barrage.size() + 3_000);
      shots = barrage.end();
    }
    long accepted = shots.stream().filter(Barrage.Shot::isAccepted).count();
    long[] lease = leaseOf(key);
    assertTrue(accepted >= 80, () -> accepted + " were accepted");
    assertTrue(accepted <= lease[1], () -> accepted + " were answered, " + lease[1] + " counted");
    assertTrue(lease[1] <= most, () -> lease[1] + " uses");
    assertEquals(14L * most, lease[0] + 14 * lease[1], "what is left and what was taken");
  }

  private static ApiClient.Call withdrawal(ApiClient node, TestKey key, long nonce) {
    return node.call(key, "Withdraw")
        .nonce(String.valueOf(nonce))
        .with("asset", "USD")
        .with("key", "usd-wallet-1")
        .with("amount", "14");
  }

  /** The calls that began and ended in one of those times and were accepted, or were not. */
  private static List<Barrage.Shot> within(
      List<long[]> times, List<Barrage.Shot> shots, boolean accepted) {
    return shots.stream()
        .filter(shot -> shot.isAccepted() == accepted)
        .filter(
            shot -> times.stream().anyMatch(time -> shot.start() > time[0] && shot.end() < time[1]))
        .toList();
  }
}
