package org.doublelock.account.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.doublelock.TwoAtOnce;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done in a session holds the account of the session, and is refused once it has ended. */
class ActingSessionTest extends OneAccount {

  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());

  private final ExecutorService another = Executors.newSingleThreadExecutor();
  private AccountId other;

  @BeforeEach
  void another_account() {
    other = room.open("bert", NOW);
  }

  @AfterEach
  void stop() {
    another.shutdownNow();
  }

  @Test
  void whoever_ends_the_session_waits_for_what_is_done_in_it() throws Exception {
    ActingSession acting = of(account);
    List<Runnable> acts =
        List.of(
            () -> acting.holdOwn(room.entities()), () -> acting.holdBeside(room.entities(), other));
    for (Runnable act : acts) {
      assertWaits(act, account);
    }
  }

  @Test
  void the_account_that_is_acted_on_is_held_too_whichever_of_the_two_comes_first()
      throws Exception {
    ActingSession ofOne = of(account);
    ActingSession ofOther = of(other);
    assertWaits(() -> ofOne.holdBeside(room.entities(), other), other);
    assertWaits(() -> ofOther.holdBeside(room.entities(), account), other);
    assertWaits(() -> ofOther.holdBeside(room.entities(), account), account);
  }

  @Test
  void an_ended_session_does_nothing() {
    ActingSession acting = of(account);
    room.run(() -> room.sessions.endAll(account));
    assertThrows(SessionEnded.class, () -> room.run(() -> acting.holdOwn(room.entities())));
    assertThrows(
        SessionEnded.class, () -> room.run(() -> acting.holdBeside(room.entities(), other)));
    assertThrows(SessionEnded.class, () -> room.run(() -> acting.hold(room.entities(), account)));
  }

  @Test
  void what_is_done_in_no_session_is_done() {
    ActingSession none = new ActingSession();
    room.run(() -> none.holdOwn(room.entities()));
    room.run(() -> none.holdBeside(room.entities(), other));
    assertTrue(room.in(() -> none.hold(room.entities(), account)).factorsSince().isEmpty());
  }

  private ActingSession of(AccountId whose) {
    BearerToken session = room.signIn(whose, HOME, NOW);
    ActingSession acting = new ActingSession();
    acting.begin(session);
    return acting;
  }

  /** That a lock of the account comes after what is under way. */
  private void assertWaits(Runnable act, AccountId held) throws Exception {
    Future<Boolean> locked =
        room.in(
            () -> {
              act.run();
              Future<Boolean> late =
                  another.submit(() -> room.in(() -> room.accounts.lock(held, NOW)));
              TwoAtOnce.awaitWaiting(room.database, late);
              assertFalse(late.isDone(), "it waits");
              return late;
            });
    assertEquals(true, locked.get(30, TimeUnit.SECONDS));
    room.in(() -> room.accounts.unlock(held));
  }
}
