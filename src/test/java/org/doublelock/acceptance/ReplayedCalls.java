package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls that were accepted and are then sent again, to the letter, by somebody who does not stop
 * while the database goes and comes back.
 */
final class ReplayedCalls implements AutoCloseable {

  private static final AtomicLong LAST_TIME = new AtomicLong();
  private static final int SENDERS = 4;
  private static final long TIMEOUT = TimeUnit.SECONDS.toNanos(90);

  private final ApiClient api;
  private final List<ApiClient.Call> accepted = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> acceptedAgain = new ConcurrentLinkedQueue<>();
  private final AtomicLong longestNanos = new AtomicLong();
  private final List<Thread> senders = new ArrayList<>();
  private volatile boolean over;

  ReplayedCalls(ApiClient api) {
    this.api = api;
  }

  /** As most clients count: the time in milliseconds, and one more where it has not gone on. */
  static String nextTime() {
    return String.valueOf(
        LAST_TIME.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis())));
  }

  /** Sends a call that has to be accepted. */
  void accept(ApiClient.Call call) {
    assertEquals("", call.send().error());
    accepted.add(call);
  }

  /** As many calls of a key without a second factor, and of one with codes. */
  void accept(int count, TestKey key, TestKey protectedKey, Authenticator codes) {
    for (int call = 0; call < count; call++) {
      accept(api.call(key, "Balance").nonce(nextTime()));
      accept(api.call(protectedKey, "Balance").nonce(nextTime()).otp(codes.code()));
    }
  }

  /** Sends all of them again, and again, beginning with the last, until this is closed. */
  void replay() {
    for (int sender = 0; sender < SENDERS; sender++) {
      Thread thread = new Thread(this::send, "replays-" + sender);
      thread.setDaemon(true);
      senders.add(thread);
      thread.start();
    }
  }

  private void send() {
    while (!over) {
      for (int call = accepted.size() - 1; call >= 0 && !over; call--) {
        long start = System.nanoTime();
        ApiAnswer answer = accepted.get(call).send();
        longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
        if (answer.status() == 200 && answer.error().isEmpty()) {
          acceptedAgain.add(answer.text());
        }
      }
    }
  }

  /** How long the one that waited longest has waited for its answer. */
  double longestSeconds() {
    return longestNanos.get() / 1e9;
  }

  /** Clients are told that the call was not accepted, and come back with a later nonce. */
  void awaitAccepted(TestKey key) {
    long end = System.nanoTime() + TIMEOUT;
    String error = null;
    while (!"".equals(error)) {
      assertTrue(System.nanoTime() < end, "still " + error);
      ApiAnswer answer = api.call(key, "Balance").nonce(nextTime()).send();
      error = answer.text().startsWith("{") ? answer.error() : answer.text();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  /** Neither meanwhile nor now, with the database back. */
  void assertNoneIsAcceptedAgain() throws InterruptedException {
    close();
    assertEquals(List.of(), List.copyOf(acceptedAgain), "meanwhile");
    for (ApiClient.Call call : accepted) {
      assertEquals("EAPI:Invalid nonce", call.send().error());
    }
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    for (Thread sender : senders) {
      sender.join();
    }
  }
}
