package org.doublelock.account.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.doublelock.TwoAtOnce;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.doublelock.account.Operators;
import org.doublelock.account.PersonThere;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.ProviderPerson;
import org.doublelock.account.registration.IdentityAccounts.Found;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventsOn;
import org.doublelock.identity.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sign-in at the identity provider, and what ends the way in meanwhile. */
abstract class IdentityRaces {

  private static final Instant NOW = OneAccount.NOW;

  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());
  private static final Identity ANNA = PersonThere.of("1", "anna", null);

  private AccountRoom room;
  private AccountId account;

  abstract AccountRoom open(Path folder);

  @BeforeEach
  void start(@TempDir Path folder) {
    room = open(folder);
    account = room.open("anna", NOW);
  }

  @AfterEach
  void stop() {
    room.close();
  }

  /** Does something in a transaction of its own, once the link was read for the first time. */
  private final class InterruptedLinks extends IdentityLinks {

    private final Runnable meanwhile;
    private boolean done;

    private InterruptedLinks(Runnable meanwhile) {
      super(room.entities(), room.accounts, room.sessions, EventsOn.recorder(room.transactions()));
      this.meanwhile = meanwhile;
    }

    @Override
    public Optional<AccountId> find(ProviderPerson who) {
      Optional<AccountId> found = super.find(who);
      if (!done) {
        done = true;
        another(() -> room.run(meanwhile));
      }
      return found;
    }
  }

  @Test
  void whose_link_is_taken_away_while_they_sign_in_does_not_get_in() {
    BearerToken session = room.signIn(account, HOME, NOW);
    link(session);
    expectNotIn(() -> room.access.unlink(account, session));
  }

  @Test
  void whose_link_is_ended_while_they_sign_in_does_not_get_in() {
    link(room.signIn(account, HOME, NOW));
    expectNotIn(() -> room.access.everywhere(account));
  }

  @Test
  void whose_account_is_released_while_they_sign_in_does_not_get_in() {
    room.run(() -> room.identities.add(account, ProviderPerson.of(ANNA), true, NOW));
    expectNotIn(
        () -> {
          room.access.hold(account);
          room.identities.release(account);
          room.access.everywhere(account);
        });
  }

  private void expectNotIn(Runnable meanwhile) {
    Found found = room.in(() -> people(new InterruptedLinks(meanwhile)).findOrOpen(ANNA));
    boolean in =
        found instanceof Found.Theirs theirs
            && room.in(
                    () ->
                        room.sessions.open(
                            theirs.account(), HOME, Optional.of(Provided.of(ANNA)), NOW))
                .isPresent();
    assertEquals(false, in, String.valueOf(found));
  }

  @Test
  void an_end_of_every_way_in_sees_who_is_being_admitted_and_ends_their_link() {
    room.run(() -> room.identities.admit(account, NOW));
    List<Found> found = new ArrayList<>();
    assertEquals(
        Optional.empty(),
        atOnce().run(() -> found.add(signIn()), () -> room.access.everywhere(account)));
    assertInstanceOf(Found.Theirs.class, found.get(0));
    assertEquals(new Found.Ended(), room.in(this::signIn));
  }

  @Test
  void whoever_comes_while_their_admission_is_being_ended_is_admitted_no_more() {
    room.run(() -> room.identities.admit(account, NOW));
    List<Found> found = new ArrayList<>();
    assertEquals(
        Optional.empty(),
        atOnce().run(() -> room.access.everywhere(account), () -> found.add(signIn())));
    assertEquals(List.of(new Found.Taken("anna")), found);
  }

  @Test
  void whoever_is_admitted_waits_for_the_account_before_others_wait_for_them() throws Exception {
    room.run(() -> room.identities.admit(account, NOW));
    ExecutorService node = Executors.newSingleThreadExecutor();
    try {
      Future<Found> late =
          room.in(
              () -> {
                room.access.hold(account);
                Future<Found> begun = node.submit(() -> room.in(this::signIn));
                assertThrows(TimeoutException.class, () -> begun.get(500, TimeUnit.MILLISECONDS));
                room.accounts.holdOpening(); // as who takes a mail address does
                return begun;
              });
      assertInstanceOf(Found.Theirs.class, late.get());
    } finally {
      node.shutdownNow();
    }
  }

  private Found signIn() {
    return people(room.identities).findOrOpen(ANNA);
  }

  /** Signs in people whose accounts would have no password. */
  private interface People {
    Found findOrOpen(Identity who);
  }

  private People people(IdentityLinks links) {
    IdentityAccounts accounts =
        new IdentityAccounts(room.accounts, links, room.addresses, new Operators(Optional.empty()));
    return who -> accounts.findOrOpen(who, AccountRoom.PASSWORD_HASH, "en", NOW);
  }

  private void link(BearerToken session) {
    assertTrue(room.in(() -> room.identities.link(account, session, ProviderPerson.of(ANNA), NOW)));
  }

  private TwoAtOnce atOnce() {
    return new TwoAtOnce(room.transactions(), room.database);
  }

  private static void another(Runnable work) {
    ExecutorService node = Executors.newSingleThreadExecutor();
    try {
      node.submit(work).get(30, TimeUnit.SECONDS);
    } catch (Exception stuck) {
      throw new IllegalStateException(stuck);
    } finally {
      node.shutdownNow();
    }
  }
}
