package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.doublelock.deadline.Deadline;
import org.doublelock.verification.GroupCommit.Asked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<Integer>> committed = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void end() {
    goOn.countDown();
    threads.shutdownNow();
  }

  /** Answers each with its own number, after whatever else is done for a group. */
  private GroupCommit<Integer, Integer> answering(
      Duration patience, int maxGroups, int maxSize, Consumer<List<Integer>> before) {
    return new GroupCommit<>(
        patience,
        maxGroups,
        maxSize,
        group -> {
          List<Integer> numbers = group.stream().map(Asked::question).toList();
          committed.add(numbers);
          before.accept(numbers);
          group.forEach(asked -> asked.answer().complete(asked.question()));
        });
  }

  private GroupCommit<Integer, Integer> heldUp(int maxGroups, int maxSize) {
    return answering(LONG, maxGroups, maxSize, numbers -> awaitQuietly(goOn));
  }

  private Future<Integer> ask(GroupCommit<Integer, Integer> commits, int number) {
    return threads.submit(() -> commits.ask(number).join());
  }

  private List<Future<Integer>> askInOrder(
      GroupCommit<Integer, Integer> commits, int from, int count) {
    List<Future<Integer>> answers = new ArrayList<>();
    for (int number = from; number < from + count; number++) {
      int before = commits.waiting();
      answers.add(ask(commits, number));
      awaitUntil(() -> commits.waiting() == before + 1);
    }
    return answers;
  }

  @Test
  void who_comes_alone_commits_alone_and_at_once() {
    GroupCommit<Integer, Integer> commits = answering(LONG, 1, 10, numbers -> {});
    assertEquals(1, commits.ask(1).join());
    assertEquals(2, commits.ask(2).join());
    assertEquals(List.of(List.of(1), List.of(2)), committed);
  }

  @Test
  void what_comes_meanwhile_is_committed_together_and_no_more_at_a_time_than_the_bound()
      throws Exception {
    GroupCommit<Integer, Integer> commits = heldUp(1, 3);
    List<Future<Integer>> answers = new ArrayList<>();
    answers.add(ask(commits, 0));
    awaitUntil(() -> committed.size() == 1);
    answers.addAll(askInOrder(commits, 1, 5));
    goOn.countDown();
    for (int number = 0; number <= 5; number++) {
      assertEquals(number, answers.get(number).get());
    }
    assertEquals(List.of(List.of(0), List.of(1, 2, 3), List.of(4, 5)), committed);
  }

  @Test
  void whoever_has_little_time_left_commits_for_nobody_else() throws Exception {
    GroupCommit<Integer, Integer> commits = heldUp(1, 10);
    Future<Integer> first = ask(commits, 0);
    awaitUntil(() -> committed.size() == 1);
    Future<Integer> hurried =
        threads.submit(() -> Deadline.within(Duration.ofNanos(1), () -> commits.ask(1).join()));
    awaitUntil(() -> commits.waiting() == 1);
    List<Future<Integer>> others = askInOrder(commits, 2, 2);
    goOn.countDown();
    assertEquals(List.of(0, 1), List.of(first.get(), hurried.get()));
    for (Future<Integer> each : others) {
      each.get();
    }
    assertEquals(List.of(List.of(0), List.of(1), List.of(2, 3)), committed);
  }

  @Test
  void as_many_groups_are_in_flight_as_the_bound_says_and_then_others_wait() throws Exception {
    GroupCommit<Integer, Integer> commits = heldUp(2, 10);
    Future<Integer> first = ask(commits, 0);
    awaitUntil(() -> committed.size() == 1);
    Future<Integer> second = ask(commits, 1);
    awaitUntil(() -> committed.size() == 2);
    List<Future<Integer>> later = askInOrder(commits, 2, 3);
    goOn.countDown();
    assertEquals(List.of(0, 1), List.of(first.get(), second.get()));
    for (Future<Integer> each : later) {
      each.get();
    }
    assertEquals(List.of(0), committed.get(0));
    assertEquals(List.of(1), committed.get(1));
    assertEquals(
        List.of(2, 3, 4),
        committed.subList(2, committed.size()).stream().flatMap(List::stream).sorted().toList());
    assertEquals(9, commits.ask(9).join(), "the places are free again");
  }

  @Test
  void everything_is_committed_exactly_once_however_many_ask() throws Exception {
    for (int maxGroups : new int[] {1, 3}) {
      committed.clear();
      GroupCommit<Integer, Integer> commits = answering(LONG, maxGroups, 7, numbers -> {});
      List<Future<?>> asked =
          IntStream.range(0, 16)
              .<Future<?>>mapToObj(
                  thread ->
                      threads.submit(
                          () ->
                              IntStream.range(thread * 500, thread * 500 + 500)
                                  .forEach(
                                      number -> assertEquals(number, commits.ask(number).join()))))
              .toList();
      for (Future<?> one : asked) {
        one.get();
      }
      assertEquals(
          IntStream.range(0, 8_000).boxed().toList(),
          committed.stream().flatMap(List::stream).sorted().toList());
      assertTrue(committed.stream().allMatch(group -> group.size() <= 7));
      assertEquals(0, commits.waiting());
    }
  }

  @Test
  void who_has_waited_in_vain_goes_alone() throws Exception {
    GroupCommit<Integer, Integer> commits =
        answering(
            Duration.ofMillis(20),
            1,
            10,
            numbers -> {
              if (numbers.contains(0)) {
                awaitQuietly(goOn);
              }
            });
    Future<Integer> stuck = ask(commits, 0);
    awaitUntil(() -> committed.size() == 1);
    assertEquals(1, commits.ask(1).join()); // although the first is still under way
    assertEquals(List.of(List.of(0), List.of(1)), committed);
    assertFalse(stuck.isDone());
    goOn.countDown();
    assertEquals(0, stuck.get());
    commits.ask(2);
    assertEquals(3, committed.size());
  }

  @Test
  void what_a_group_leaves_open_is_asked_again_alone() throws Exception {
    GroupCommit<Integer, Integer> commits =
        new GroupCommit<>(
            LONG,
            1,
            10,
            group -> {
              committed.add(group.stream().map(Asked::question).toList());
              awaitQuietly(goOn);
              if (group.size() == 1) {
                group.get(0).answer().complete(group.get(0).question());
              }
            });
    List<Future<Integer>> answers = new ArrayList<>();
    answers.add(ask(commits, 0));
    awaitUntil(() -> committed.size() == 1);
    answers.addAll(askInOrder(commits, 1, 2));
    goOn.countDown();
    for (int number = 0; number <= 2; number++) {
      assertEquals(number, answers.get(number).get());
    }
    assertEquals(List.of(List.of(0), List.of(1, 2)), committed.subList(0, 2));
    assertEquals(4, committed.size());
  }

  @Test
  void a_failure_is_told_to_all_of_the_group_and_leaves_nobody_waiting() throws Exception {
    IllegalStateException broken = new IllegalStateException("broken");
    GroupCommit<Integer, Integer> commits =
        answering(
            LONG,
            1,
            10,
            numbers -> {
              awaitQuietly(goOn);
              throw broken;
            });
    Future<Integer> first = ask(commits, 0);
    awaitUntil(() -> committed.size() == 1);
    List<Future<Integer>> later = askInOrder(commits, 1, 2);
    goOn.countDown();
    assertSame(broken, assertThrows(ExecutionException.class, first::get).getCause());
    assertSame(broken, assertThrows(ExecutionException.class, later.get(0)::get).getCause());
    Throwable told = assertThrows(ExecutionException.class, later.get(1)::get).getCause();
    assertSame(broken, assertInstanceOf(CompletionException.class, told).getCause());
    assertSame(broken, assertThrows(IllegalStateException.class, () -> commits.ask(3)));
  }

  @Test
  void an_interrupt_waits_until_the_commit_is_done() throws Exception {
    GroupCommit<Integer, Integer> commits = heldUp(1, 10);
    ask(commits, 0);
    awaitUntil(() -> committed.size() == 1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              commits.ask(1).join();
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    awaitUntil(() -> commits.waiting() == 1);
    waiting.interrupt();
    goOn.countDown();
    assertTrue(interrupted.get(30, TimeUnit.SECONDS));
    assertEquals(List.of(List.of(0), List.of(1)), committed);
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
