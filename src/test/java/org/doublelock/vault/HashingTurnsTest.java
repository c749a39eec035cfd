package org.doublelock.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits for a slow hash, for how long, and behind whom. */
class HashingTurnsTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() {
    end.countDown();
    threads.shutdown();
  }

  @Test
  void who_finds_the_line_full_is_refused_at_once() throws Exception {
    HashingTurns turns = new HashingTurns(1, 1, LONG, false);
    Future<Integer> served = keepBusy(turns);
    Future<Integer> waiting = threads.submit(() -> turns.take(() -> 2));
    while (turns.waiting() == 0) {
      Thread.onSpinWait();
    }
    assertThrows(HashingBusy.class, () -> turns.take(() -> 3));
    end.countDown();
    assertEquals(1, served.get());
    assertEquals(2, waiting.get(), "who waited is served");
    assertEquals(3, turns.take(() -> 3), "and there is room again");
  }

  @Test
  void who_waits_too_long_is_refused_and_takes_no_place_any_more() throws Exception {
    HashingTurns turns = new HashingTurns(1, 1, SHORT, false);
    Future<Integer> served = keepBusy(turns);
    for (int times = 0; times < 3; times++) {
      Future<Integer> late = threads.submit(() -> turns.take(() -> 2));
      ExecutionException refused = assertThrows(ExecutionException.class, late::get);
      assertTrue(refused.getCause() instanceof HashingBusy, refused.toString());
    }
    end.countDown();
    assertEquals(1, served.get());
  }

  @Test
  void a_line_that_rests_does_so_for_as_long_as_it_worked() {
    HashingTurns turns = new HashingTurns(1, 0, LONG, true);
    long worked = turns.take(HashingTurnsTest::workForAMoment);
    long ended = System.nanoTime();
    long begun = turns.take(System::nanoTime);
    assertTrue(begun - ended > worked / 2, "begun " + (begun - ended) + " ns later");
  }

  @Test
  void a_line_rests_after_a_failure_too() {
    HashingTurns turns = new HashingTurns(1, 0, LONG, true);
    long start = System.nanoTime();
    assertThrows(
        IllegalStateException.class,
        () ->
            turns.take(
                () -> {
                  workForAMoment();
                  throw new IllegalStateException("a failure");
                }));
    long worked = System.nanoTime() - start;
    assertTrue(turns.take(System::nanoTime) - start > worked * 3 / 2);
  }

  /** Nanoseconds. */
  private static long workForAMoment() {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < Duration.ofMillis(50).toNanos()) {
      Thread.onSpinWait();
    }
    return System.nanoTime() - begun;
  }

  @Test
  void a_failure_gives_the_turn_back() {
    HashingTurns turns = new HashingTurns(1, 0, LONG, false);
    for (int times = 0; times < 3; times++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              turns.take(
                  () -> {
                    throw new IllegalStateException("a failure");
                  }));
    }
    assertEquals(1, turns.take(() -> 1));
  }

  @Test
  void unknown_browsers_delay_nobody_who_is_known() throws Exception {
    PasswordHasher hasher =
        new PasswordHasher(new HashingSettings(Optional.of(1), 0, 0), () -> false);
    String hash = hasher.hash("correct horse").text();
    Future<Integer> served = keepBusy(hasher.turns(HashingLine.UNKNOWN));
    assertThrows(HashingBusy.class, () -> verify(hasher, hash, HashingLine.UNKNOWN));
    assertTrue(verify(hasher, hash, HashingLine.KNOWN));
    end.countDown();
    assertEquals(1, served.get());
    assertTrue(verify(hasher, hash, HashingLine.UNKNOWN));
  }

  @Test
  void in_a_transaction_there_is_no_hash() {
    AtomicBoolean inTransaction = new AtomicBoolean();
    PasswordHasher hasher = new PasswordHasher(HashingSettings.usual(), inTransaction::get);
    String hash = hasher.hash("correct horse").text();
    inTransaction.set(true);
    assertThrows(IllegalStateException.class, () -> hasher.hash("correct horse"));
    for (HashingLine line : HashingLine.values()) {
      assertThrows(IllegalStateException.class, () -> verify(hasher, hash, line));
      assertThrows(IllegalStateException.class, () -> hasher.tryOut("correct horse", hash, line));
      assertThrows(IllegalStateException.class, () -> hasher.verifyAbsent("correct horse", line));
    }
  }

  @Test
  void a_password_that_was_tried_says_nothing_about_another_hash() {
    TriedPassword tried = new TriedPassword("the hash", true);
    assertTrue(tried.isAbout("the hash"));
    assertFalse(tried.isAbout("another"));
    assertFalse(TriedPassword.NONE.isAbout("the hash"));
    assertFalse(tried.toString().contains("the hash"));
  }

  private static boolean verify(PasswordHasher hasher, String hash, HashingLine line) {
    return hasher.verify("correct horse", hash, line);
  }

  private Future<Integer> keepBusy(HashingTurns turns) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<Integer> served =
        threads.submit(
            () ->
                turns.take(
                    () -> {
                      begun.countDown();
                      awaitEnd();
                      return 1;
                    }));
    begun.await();
    return served;
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
