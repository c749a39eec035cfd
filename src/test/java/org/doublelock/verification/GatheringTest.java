package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatheringTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<Integer>> done = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void who_comes_alone_works_alone_and_at_once() {
    Gathering<Integer> gathering = new Gathering<>(LONG, 10, done::add);
    gathering.await(1);
    gathering.await(2);
    assertEquals(List.of(List.of(1), List.of(2)), done);
  }

  @Test
  void what_comes_meanwhile_is_done_together_and_no_more_at_a_time_than_the_bound()
      throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    Gathering<Integer> gathering =
        new Gathering<>(
            LONG,
            3,
            work -> {
              done.add(work);
              awaitQuietly(goOn);
            });
    List<Future<?>> asked = new ArrayList<>();
    asked.add(threads.submit(() -> gathering.await(0)));
    awaitUntil(() -> done.size() == 1);
    for (int work = 1; work <= 5; work++) {
      int number = work;
      int before = gathering.waiting();
      asked.add(threads.submit(() -> gathering.await(number)));
      awaitUntil(() -> gathering.waiting() == before + 1);
    }
    goOn.countDown();
    for (Future<?> one : asked) {
      one.get();
    }
    assertEquals(List.of(List.of(0), List.of(1, 2, 3), List.of(4, 5)), done);
  }

  @Test
  void everything_is_done_exactly_once_however_many_ask() throws Exception {
    Gathering<Integer> gathering = new Gathering<>(LONG, 7, done::add);
    List<Future<?>> asked =
        IntStream.range(0, 16)
            .<Future<?>>mapToObj(
                thread ->
                    threads.submit(
                        () ->
                            IntStream.range(0, 500)
                                .forEach(work -> gathering.await(thread * 500 + work))))
            .toList();
    for (Future<?> one : asked) {
      one.get();
    }
    assertEquals(
        IntStream.range(0, 8_000).boxed().toList(),
        done.stream().flatMap(List::stream).sorted().toList());
    assertTrue(done.stream().allMatch(together -> together.size() <= 7));
  }

  @Test
  void who_has_waited_in_vain_goes_alone() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    Gathering<Integer> gathering =
        new Gathering<>(
            Duration.ofMillis(20),
            10,
            work -> {
              done.add(work);
              if (work.contains(0)) {
                awaitQuietly(goOn);
              }
            });
    Future<?> stuck = threads.submit(() -> gathering.await(0));
    awaitUntil(() -> done.size() == 1);
    gathering.await(1); // returns although the first is still at work
    assertEquals(List.of(List.of(0), List.of(1)), done);
    goOn.countDown();
    stuck.get();
    gathering.await(2);
    assertEquals(3, done.size());
  }

  @Test
  void work_that_fails_leaves_nobody_waiting() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    Gathering<Integer> gathering =
        new Gathering<>(
            LONG,
            10,
            work -> {
              done.add(work);
              awaitQuietly(goOn);
              throw new IllegalStateException("broken");
            });
    Future<?> first = threads.submit(() -> gathering.await(0));
    awaitUntil(() -> done.size() == 1);
    Future<?> second = threads.submit(() -> gathering.await(1));
    awaitUntil(() -> gathering.waiting() == 1);
    Future<?> third = threads.submit(() -> gathering.await(2));
    awaitUntil(() -> gathering.waiting() == 2);
    goOn.countDown();
    assertThrows(Exception.class, first::get);
    assertThrows(Exception.class, second::get);
    third.get(); // done by the second, and told nothing: its work is found undone
    assertThrows(IllegalStateException.class, () -> gathering.await(3));
  }

  @Test
  void an_interrupt_waits_until_the_work_is_done() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    Gathering<Integer> gathering =
        new Gathering<>(
            LONG,
            10,
            work -> {
              done.add(work);
              awaitQuietly(goOn);
            });
    threads.submit(() -> gathering.await(0));
    awaitUntil(() -> done.size() == 1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              gathering.await(1);
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    awaitUntil(() -> gathering.waiting() == 1);
    waiting.interrupt();
    goOn.countDown();
    assertTrue(interrupted.get(30, TimeUnit.SECONDS));
    assertEquals(List.of(List.of(0), List.of(1)), done);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitUntil(java.util.function.BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
