package org.doublelock.account.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.doublelock.account.PersonThere;
import org.doublelock.account.UserName;
import org.doublelock.account.provider.IdentityLinks.Standing;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose account it is at the identity provider. */
class IdentityLinksTest extends OneAccount {

  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());
  private static final ProviderPerson ONE = new ProviderPerson(PersonThere.ISSUER, "1", "anna");
  private static final ProviderPerson TWO = new ProviderPerson(PersonThere.ISSUER, "2", "bert");

  private AccountId other;

  @BeforeEach
  void another_account() {
    other = room.open("bert", NOW);
  }

  @Test
  void a_link_is_between_one_account_and_one_person() {
    assertTrue(link(account, ONE));
    assertEquals(Optional.of(account), find(ONE));
    assertEquals(Standing.LINKED, of(account));
    assertTrue(link(account, ONE), "as it is already");
    assertFalse(link(account, TWO), "the account is another's");
    assertFalse(link(other, ONE), "the person has another account");
    assertEquals(Optional.empty(), find(TWO));
    assertEquals(Standing.NONE, of(other));
    assertEquals(1, told(account, EventKind.IDENTITY_LINKED), "once");
    assertFalse(room.in(() -> room.identities.wasOpened(account)));
  }

  @Test
  void a_session_that_was_ended_links_nothing_and_neither_does_a_locked_account() {
    BearerToken session = room.signIn(account, HOME, NOW);
    BearerToken strangers = room.signIn(other, HOME, NOW);
    room.run(() -> room.sessions.endAll(account));
    assertThrows(SessionEnded.class, () -> link(account, session, ONE));
    assertThrows(SessionEnded.class, () -> link(account, strangers, ONE));
    BearerToken open = room.signIn(account, HOME, NOW);
    room.run(() -> room.accounts.lock(account, NOW));
    assertThrows(AccountLocked.class, () -> link(account, open, ONE));
    assertEquals(Optional.empty(), find(ONE));
  }

  @Test
  void a_link_is_taken_away_once() {
    link(account, ONE);
    assertTrue(unlink(account));
    assertFalse(unlink(account));
    assertEquals(Optional.empty(), find(ONE));
    assertFalse(room.in(() -> room.identities.isKnown(account)));
    assertEquals(1, told(account, EventKind.IDENTITY_UNLINKED));
  }

  @Test
  void an_account_that_was_opened_for_a_person_stays_theirs() {
    add(account, ONE, true);
    assertEquals(Standing.OPENED, of(account));
    assertTrue(room.in(() -> room.identities.wasOpened(account)));
    assertFalse(unlink(account));
    end(account);
    assertEquals(Optional.of(account), find(ONE));
    assertEquals(0, told(account, EventKind.IDENTITY_UNLINKED));
  }

  @Test
  void an_ended_link_is_remembered_until_another_takes_its_place() {
    link(account, ONE);
    end(account);
    end(account);
    assertEquals(Standing.NONE, of(account));
    assertEquals(Optional.empty(), find(ONE));
    assertTrue(room.in(() -> room.identities.isEnded(ONE)));
    assertTrue(room.in(() -> room.identities.isKnown(account)));
    assertEquals(1, told(account, EventKind.IDENTITY_UNLINKED), "once");
    assertTrue(link(other, ONE), "the person is free");
    assertTrue(link(account, TWO), "and so is the account");
    assertFalse(room.in(() -> room.identities.isEnded(ONE)));
  }

  @Test
  void what_the_provider_said_is_of_an_account_while_it_is_that_persons() {
    Provided said = Provided.of(PersonThere.of("1", "anna", null));
    assertFalse(isOf(account, said));
    link(account, ONE);
    assertTrue(isOf(account, said));
    assertFalse(isOf(account, Provided.of(PersonThere.of("2", "bert", null))));
    assertFalse(isOf(other, said));
    end(account);
    assertFalse(isOf(account, said));
  }

  @Test
  void whoever_is_admitted_comes_by_the_accounts_name_within_a_day() {
    admit(account);
    assertEquals(Optional.of(account), admitting("anna", NOW));
    assertEquals(Optional.empty(), admitting("bert", NOW));
    assertEquals(Optional.empty(), admitting("anna", NOW.plus(Duration.ofDays(1))));
    assertFalse(use(other, TWO, NOW), "nobody is admitted to it");
    assertFalse(use(account, ONE, NOW.plus(Duration.ofDays(1))), "nor any more");
    assertTrue(use(account, ONE, NOW));
    assertEquals(Standing.LINKED, of(account));
    assertEquals(Optional.empty(), admitting("anna", NOW), "one comes");
    assertFalse(use(account, TWO, NOW));
    assertEquals(Optional.of(account), find(ONE));
  }

  @Test
  void an_account_that_the_provider_opened_is_still_that_for_who_is_admitted() {
    add(account, ONE, true);
    admit(account);
    assertEquals(Standing.NONE, of(account));
    assertTrue(use(account, TWO, NOW));
    assertEquals(Standing.OPENED, of(account), "it has no password");
    assertEquals(Optional.empty(), find(ONE));
  }

  @Test
  void nobody_is_admitted_who_has_an_account_of_their_own() {
    add(other, TWO, true);
    admit(account);
    assertFalse(use(account, TWO, NOW));
    room.run(() -> room.identities.release(other));
    assertTrue(use(account, TWO, NOW));
  }

  @Test
  void who_had_an_account_until_its_holder_took_it_back_may_be_admitted_to_another() {
    link(other, TWO);
    end(other);
    admit(account);
    assertTrue(use(account, TWO, NOW));
    assertFalse(room.in(() -> room.identities.isKnown(other)));
  }

  @Test
  void an_admission_is_taken_back() {
    admit(account);
    room.run(() -> room.identities.endAdmission(account));
    assertFalse(use(account, ONE, NOW));
    admit(account);
    room.run(() -> room.identities.release(account));
    assertEquals(Optional.empty(), admitting("anna", NOW));
  }

  @Test
  void a_name_there_is_shown_in_one_line_with_whole_characters() {
    String long63 = "a".repeat(62) + "\uD83D\uDD11\uD83D\uDD11";
    ProviderPerson shown = ProviderPerson.of(PersonThere.of("1", long63, null));
    assertEquals("a".repeat(62) + "…", shown.name());
    for (String none : new String[] {null, "\u0001\u0002", "a\uD83D"}) {
      assertEquals("1", ProviderPerson.of(PersonThere.of("1", none, null)).name());
    }
    assertEquals(ONE.mark(), shown.mark());
  }

  private boolean link(AccountId to, ProviderPerson who) {
    return link(to, room.signIn(to, HOME, NOW), who);
  }

  private boolean link(AccountId to, BearerToken session, ProviderPerson who) {
    return room.in(() -> room.identities.link(to, session, who, NOW));
  }

  private void add(AccountId to, ProviderPerson who, boolean opened) {
    room.run(() -> room.identities.add(to, who, opened, NOW));
  }

  private boolean unlink(AccountId of) {
    return room.in(() -> room.identities.unlink(of));
  }

  private void end(AccountId of) {
    room.run(() -> room.identities.end(of));
  }

  private void admit(AccountId to) {
    room.run(() -> room.identities.admit(to, NOW));
  }

  private boolean use(AccountId of, ProviderPerson who, Instant at) {
    return room.in(
        () -> room.identities.useAdmission(room.accounts.find(of).orElseThrow(), who, at));
  }

  private Optional<AccountId> find(ProviderPerson who) {
    return room.in(() -> room.identities.find(who));
  }

  private Standing of(AccountId id) {
    return room.in(() -> room.identities.of(id));
  }

  private boolean isOf(AccountId id, Provided said) {
    return room.in(() -> room.identities.isOf(id, said));
  }

  private Optional<AccountId> admitting(String name, Instant at) {
    return room.in(() -> room.identities.admitting(new UserName(name), at));
  }

  private long told(AccountId of, EventKind kind) {
    return room.events(of).stream().filter(kind::equals).count();
  }
}
