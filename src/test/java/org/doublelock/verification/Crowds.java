package org.doublelock.verification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.doublelock.TwoAtOnce;
import org.doublelock.otp.SharedSecret;
import org.junit.jupiter.api.Test;

/** Many calls at once, over two nodes. */
abstract class Crowds extends TwoNodes {

  private static final int THREADS = 32;
  private static final String COUNT = "select failures";

  @Test
  void nonces_are_accepted_at_most_once_and_in_increasing_order() throws Exception {
    Caller caller = site.newKey();
    List<Answered> answers = send(shuffled(2_000, 3, 40), caller::call);
    List<Answered> accepted = answers.stream().filter(Answered::accepted).toList();
    assertOnce(accepted);
    assertTrue(accepted.size() > 50, "accepted: " + accepted.size());
    assertEquals(2_000, accepted.stream().mapToLong(Answered::nonce).max().orElseThrow());
    assertEquals("2000", site.state(caller.id()).lastNonce());
    for (Answered earlier : accepted) {
      for (Answered later : accepted) {
        if (earlier.end() < later.start()) {
          assertTrue(earlier.nonce() < later.nonce(), earlier + " before " + later);
        }
      }
    }
  }

  @Test
  void one_nonce_sent_a_hundred_times_is_accepted_once() throws Exception {
    Caller caller = site.newKey();
    List<Answered> answers = send(Collections.nCopies(100, 77L), caller::call);
    assertEquals(1, answers.stream().filter(Answered::accepted).count());
    assertEquals(99, count(answers, Refusal.OLD_NONCE));
  }

  @Test
  void a_guess_far_ahead_that_arrives_many_times_at_once_counts_once() throws Exception {
    for (Caller caller : List.of(site.newKey(), site.newKeyWithWindow(1_000))) {
      SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
      List<Answered> answers =
          send(
              Collections.nCopies(40, Long.MAX_VALUE),
              nonce -> caller.call(nonce, Caller.wrongCode(app, LATER)));
      assertEquals(1, count(answers, Refusal.OTP_WRONG));
      assertEquals(1, site.state(caller.id()).failures());
    }
  }

  @Test
  void inside_a_window_every_nonce_is_accepted_exactly_once() throws Exception {
    Caller caller = site.newKeyWithWindow(1_000_000);
    List<Answered> answers = send(shuffled(500, 3, 500), caller::call);
    List<Answered> accepted = answers.stream().filter(Answered::accepted).toList();
    assertOnce(accepted);
    assertEquals(500, accepted.size());
    assertEquals(1_000, count(answers, Refusal.OLD_NONCE));
  }

  @Test
  void of_a_thousand_wrong_codes_ten_are_counted_and_then_the_key_is_locked() throws Exception {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    String wrong = Caller.wrongCode(app, LATER);
    List<Answered> answers =
        send(LongStream.rangeClosed(1, 1_000).boxed().toList(), nonce -> caller.call(nonce, wrong));
    assertEquals(10, count(answers, Refusal.OTP_WRONG));
    assertEquals(10, site.state(caller.id()).failures());
    assertEquals(990, count(answers, Refusal.KEY_LOCKED) + count(answers, Refusal.OLD_NONCE));
    refused(Refusal.KEY_LOCKED, a, caller.call(2_000, app, LATER, 0), LATER);
  }

  /** Whoever sends many codes at once has no more guesses than one after the other. */
  @Test
  void a_right_code_that_comes_while_the_guess_that_locks_is_counted_is_refused() throws Exception {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    failTimes(9, caller, app, 1);
    ExecutorService another = Executors.newSingleThreadExecutor();
    try {
      List<Future<Verdict>> right = new ArrayList<>();
      site.watched.beforeNext(
          COUNT,
          () -> {
            right.add(another.submit(() -> b.verify(caller.call(20, app, LATER, 0), LATER)));
            TwoAtOnce.awaitWaiting(site.database(), right.get(0));
          });
      refused(Refusal.OTP_WRONG, a, caller.call(10, Caller.wrongCode(app, LATER)), LATER);
      assertEquals(new Verdict.Refused(Refusal.KEY_LOCKED), right.get(0).get(30, SECONDS));
    } finally {
      another.shutdownNow();
    }
  }

  @Test
  void a_guess_that_could_not_be_counted_was_not_decided_either() {
    for (Caller caller : List.of(site.newKey(), site.newKeyWithWindow(1_000))) {
      SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
      String wrong = Caller.wrongCode(app, LATER);
      site.watched.beforeNext(
          COUNT,
          () -> {
            throw new SQLException("the connection is gone", "08006");
          });
      assertThrows(Unavailable.class, () -> a.verify(caller.call(5, wrong), LATER));
      refused(Refusal.OTP_WRONG, a, caller.call(5, wrong), LATER);
      assertEquals(1, site.state(caller.id()).failures());
    }
  }

  @Test
  void with_a_window_too_ten_wrong_codes_are_counted() throws Exception {
    Caller caller = site.newKeyWithWindow(1_000_000);
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    String wrong = Caller.wrongCode(app, LATER);
    List<Answered> answers = send(shuffled(300, 1, 300), nonce -> caller.call(nonce, wrong));
    assertEquals(10, count(answers, Refusal.OTP_WRONG));
    assertEquals(10, site.state(caller.id()).failures());
    assertEquals(290, count(answers, Refusal.KEY_LOCKED));
  }

  @Test
  void a_strict_code_sent_fifty_times_is_accepted_once() throws Exception {
    for (long window : new long[] {0, 1_000}) {
      Caller caller = site.newKeyWithWindow(window);
      SharedSecret app = site.factors.enrolApp(caller.key(), true, Set.of(), NOW);
      List<Answered> answers =
          send(
              LongStream.rangeClosed(1, 50).boxed().toList(),
              nonce -> caller.call(nonce, app, LATER, 0));
      assertEquals(1, answers.stream().filter(Answered::accepted).count());
      assertEquals(49, count(answers, Refusal.OTP_REUSED) + count(answers, Refusal.OLD_NONCE));
      assertEquals(0, site.state(caller.id()).failures());
    }
  }

  @Test
  void no_call_without_a_code_that_began_after_the_factor_was_on_is_accepted() throws Exception {
    for (int round = 0; round < 5; round++) {
      Caller caller = site.newKeyWithWindow(1_000_000);
      accepted(a, caller.call(1), LATER);
      accepted(b, caller.call(2), LATER);
      long[] on = new long[1];
      List<Answered> answers =
          send(
              LongStream.rangeClosed(3, 300).boxed().toList(),
              caller::call,
              () -> {
                site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
                on[0] = System.nanoTime();
              });
      assertTrue(
          answers.stream().noneMatch(call -> call.accepted() && call.start() > on[0]),
          "a call was accepted without its code");
      refused(Refusal.OTP_MISSING, a, caller.call(1_000), LATER);
    }
  }

  @Test
  void no_call_that_began_after_the_key_was_disabled_is_accepted() throws Exception {
    for (int round = 0; round < 5; round++) {
      Caller caller = site.newKeyWithWindow(1_000_000);
      accepted(a, caller.call(1), LATER);
      accepted(b, caller.call(2), LATER);
      long[] off = new long[1];
      List<Answered> answers =
          send(
              LongStream.rangeClosed(3, 300).boxed().toList(),
              caller::call,
              () -> {
                site.keys.disable(caller.key(), NOW);
                off[0] = System.nanoTime();
              });
      assertTrue(
          answers.stream().noneMatch(call -> call.accepted() && call.start() > off[0]),
          "a disabled key was served");
      refused(Refusal.KEY_DISABLED, b, caller.call(1_000), LATER);
    }
  }

  private static void assertOnce(List<Answered> accepted) {
    Set<Long> seen = new HashSet<>();
    accepted.forEach(call -> assertTrue(seen.add(call.nonce()), "twice: " + call.nonce()));
  }

  private static long count(List<Answered> answers, Refusal reason) {
    return answers.stream()
        .filter(call -> call.verdict().equals(new Verdict.Refused(reason)))
        .count();
  }

  /** The nonces from 1, each so many times, in order but for blocks that are shuffled. */
  private static List<Long> shuffled(long highest, int times, int block) {
    List<Long> nonces =
        new ArrayList<>(
            LongStream.rangeClosed(1, highest)
                .boxed()
                .flatMap(nonce -> Collections.nCopies(times, nonce).stream())
                .toList());
    Random random = new Random(4242);
    for (int start = 0; start < nonces.size(); start += block) {
      Collections.shuffle(nonces.subList(start, Math.min(start + block, nonces.size())), random);
    }
    return nonces;
  }

  private List<Answered> send(List<Long> nonces, LongFunction<SignedCall> calls) throws Exception {
    return send(nonces, calls, () -> {});
  }

  /** Sends them from many threads, to both nodes by turns, while something else happens. */
  private List<Answered> send(List<Long> nonces, LongFunction<SignedCall> calls, Runnable meanwhile)
      throws Exception {
    Queue<Long> left = new ConcurrentLinkedQueue<>(nonces);
    Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        VerificationService node = thread % 2 == 0 ? a : b;
        running.add(
            threads.submit(
                () -> {
                  for (Long nonce = left.poll(); nonce != null; nonce = left.poll()) {
                    SignedCall call = calls.apply(nonce);
                    long start = System.nanoTime();
                    Verdict verdict = node.verify(call, LATER);
                    answers.add(new Answered(nonce, verdict, start, System.nanoTime()));
                  }
                }));
      }
      running.add(threads.submit(meanwhile));
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return List.copyOf(answers);
  }

  private record Answered(long nonce, Verdict verdict, long start, long end) {

    boolean accepted() {
      return verdict instanceof Verdict.Accepted;
    }
  }
}
