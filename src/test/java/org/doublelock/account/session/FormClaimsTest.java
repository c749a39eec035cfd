package org.doublelock.account.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doublelock.account.OneAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that reaches two nodes, or one node again. */
class FormClaimsTest extends OneAccount {

  private static final String FORM = "f".repeat(64);

  private FormClaims claims;

  @BeforeEach
  void make() {
    claims = new FormClaims(room.entities(), new SessionLimits("PT30M", "PT12H"));
  }

  @Test
  void is_carried_out_by_one_node_of_several() throws Exception {
    CyclicBarrier start = new CyclicBarrier(4);
    Callable<Boolean> node =
        () -> {
          start.await();
          return isMine(NOW);
        };
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      int carriedOut = 0;
      for (Future<Boolean> each : nodes.invokeAll(List.of(node, node, node, node))) {
        carriedOut += each.get() ? 1 : 0;
      }
      assertEquals(1, carriedOut);
    } finally {
      nodes.shutdown();
    }
  }

  @Test
  void is_not_carried_out_again_for_as_long_as_a_session_can_last() {
    claim(NOW);
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> claim(NOW.plus(Duration.ofHours(11))));
    assertInstanceOf(FormSent.class, refused.getCause());
    claim(NOW.plus(Duration.ofHours(12)));
  }

  @Test
  void may_be_sent_again_when_it_made_nothing() {
    Instant exactly = NOW.plusNanos(123_456_000);
    claim(exactly);
    room.run(() -> claims.release(FORM, exactly));
    claim(NOW);
  }

  @Test
  void is_not_given_up_by_whoever_claimed_it_before() {
    claim(NOW);
    room.run(() -> claims.release(FORM, NOW.minusNanos(1_000)));
    assertThrows(IllegalStateException.class, () -> claim(NOW));
  }

  private boolean isMine(Instant now) {
    try {
      claim(now);
      return true;
    } catch (IllegalStateException refused) {
      assertInstanceOf(FormSent.class, refused.getCause());
      return false;
    }
  }

  private void claim(Instant now) {
    room.in(
        () -> {
          claims.claim(account, FORM, now);
          return null;
        });
  }
}
