package org.doublelock.account.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.OneAccount;
import org.doublelock.account.Operators;
import org.doublelock.account.PersonThere;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.account.provider.IdentityLinks.Standing;
import org.doublelock.account.provider.ProviderPerson;
import org.doublelock.account.registration.IdentityAccounts.Found;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.account.session.Visitor;
import org.doublelock.account.signin.PendingSignIn;
import org.doublelock.activity.EventKind;
import org.doublelock.identity.Identity;
import org.doublelock.vault.PasswordHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose account it is at the identity provider. {@code anna} has one here by a password. */
class IdentityAccountsTest extends OneAccount {

  private static final PasswordHash NONE = AccountRoom.PASSWORD_HASH;
  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());

  private IdentityAccounts people;

  @BeforeEach
  void a_provider() {
    people =
        new IdentityAccounts(
            room.accounts, room.identities, room.addresses, new Operators(Optional.of("carla")));
  }

  @Test
  void a_first_sign_in_opens_an_account_and_the_next_finds_it_whatever_they_are_called_then() {
    Account opened = theirs(find(person("1", "bert", "bert@example.com")));
    assertEquals("bert", opened.userName());
    assertEquals(
        "bert@example.com",
        room.in(() -> room.addresses.of(opened.id())).orElseThrow().address().text());
    assertEquals(Standing.OPENED, room.in(() -> room.identities.of(opened.id())));
    assertEquals(opened.id(), theirs(find(person("1", "anna", "anna@example.com"))).id());
  }

  @Test
  void a_name_that_somebody_has_here_finds_nothing_and_opens_nothing() {
    assertEquals(new Found.Taken("anna"), find(person("1", "anna", null)));
    assertEquals(new Found.Taken("Anna"), find(person("1", "Anna", null)));
    assertEquals(new Found.Taken("аnna"), find(person("1", "аnna", null)), "in other letters");
  }

  @Test
  void a_name_that_would_run_this_installation_is_nobodys_to_take() {
    assertEquals(new Found.Taken("carla"), find(person("1", "carla", null)));
  }

  @Test
  void an_address_finds_no_account_and_is_not_taken_from_one() {
    room.run(
        () ->
            room.addresses.set(
                account, new AccountMail(new MailAddress("anna@example.com"), "en"), NOW));
    Account opened = theirs(find(person("1", "bert", "anna@example.com")));
    assertEquals(Optional.empty(), room.in(() -> room.addresses.of(opened.id())));
    assertEquals(
        new Found.Taken("anna@example.com"),
        find(person("2", "anna@example.com", "anna@example.com")));
  }

  @Test
  void a_name_that_is_none_here_gets_hyphens_and_no_name_one_by_chance() {
    assertEquals("Jan-de-Boer", theirs(find(person("1", "Jan de Boer", null))).userName());
    assertTrue(theirs(find(person("2", null, null))).userName().startsWith("user-"));
  }

  @Test
  void somebody_elses_mail_address_is_nobodys_name() {
    String taken = "bert@example.com";
    for (String own : new String[] {null, "other@example.com"}) {
      String name = theirs(find(person("of " + own, taken, own))).userName();
      assertTrue(name.startsWith("user-"), name);
    }
    String own = theirs(find(person("3", "Dirk@example.com", "dirk@example.com"))).userName();
    assertEquals("Dirk@example.com", own);
  }

  @Test
  void one_subject_of_two_issuers_is_two_people() {
    Account one = theirs(find(person("1", "bert", null)));
    Identity other = PersonThere.of("https://other.example.com", "1", "dirk", null, null, NOW);
    assertFalse(one.id().equals(theirs(find(other)).id()));
  }

  @Test
  void an_account_is_linked_by_its_holder_to_one_person_who_has_no_other() {
    Identity who = person("1", "whoever", null);
    BearerToken session = room.signIn(account, HOME, NOW);
    assertTrue(link(session, who));
    assertTrue(link(session, who), "once more changes nothing");
    assertEquals(account, theirs(find(who)).id());
    assertFalse(link(session, person("2", "another", null)));
    AccountId bert = room.open("bert", NOW);
    BearerToken berts = room.signIn(bert, HOME, NOW);
    assertFalse(room.in(() -> room.identities.link(bert, berts, ProviderPerson.of(who), NOW)));
    assertEquals(
        List.of(EventKind.ACCOUNT_OPENED, EventKind.IDENTITY_LINKED), room.events(account));
  }

  @Test
  void a_session_that_was_ended_links_nothing() {
    BearerToken session = room.signIn(account, HOME, NOW);
    room.run(() -> room.sessions.end(session));
    assertThrows(SessionEnded.class, () -> link(session, person("1", "whoever", null)));
  }

  @Test
  void a_link_is_taken_away_by_its_holder_and_an_account_that_was_opened_keeps_its_own() {
    Identity who = person("1", "whoever", null);
    BearerToken session = room.signIn(account, HOME, NOW);
    link(session, who);
    room.run(() -> room.access.unlink(account, session));
    assertEquals(Standing.NONE, room.in(() -> room.identities.of(account)));
    Account opened = theirs(find(who));
    BearerToken own = room.signIn(opened.id(), HOME, NOW);
    room.run(() -> room.access.unlink(opened.id(), own));
    assertEquals(opened.id(), theirs(find(who)).id());
  }

  @Test
  void without_its_link_nothing_that_it_opened_stays_open() {
    Identity who = person("1", "whoever", null);
    BearerToken session = room.signIn(account, HOME, NOW);
    link(session, who);
    Provided said = Provided.of(who);
    Account before = room.in(() -> room.accounts.find(account)).orElseThrow();
    BearerToken opened =
        room.in(() -> room.sessions.open(before, HOME, Optional.of(said), NOW)).orElseThrow();
    BearerToken byPassword = room.signIn(account, HOME, NOW);
    PendingSignIn halfway = new PendingSignIn();
    halfway.begin(before, null, Optional.of(said), NOW);
    assertTrue(room.in(() -> room.identities.isOf(account, said)));
    room.run(() -> room.access.unlink(account, session));
    assertFalse(isOpen(opened));
    assertTrue(isOpen(session));
    assertTrue(isOpen(byPassword));
    assertFalse(halfway.isStillGoodFor(room.in(() -> room.accounts.find(account)).orElseThrow()));
    assertFalse(room.in(() -> room.identities.isOf(account, said)));
  }

  @Test
  void a_session_that_was_ended_takes_no_link_away() {
    BearerToken session = room.signIn(account, HOME, NOW);
    link(session, person("1", "whoever", null));
    room.run(() -> room.sessions.end(session));
    assertThrows(SessionEnded.class, () -> room.run(() -> room.access.unlink(account, session)));
  }

  @Test
  void whom_an_operator_admits_has_the_account_of_their_name_once_and_for_a_day() {
    Identity anna = person("1", "Anna", null);
    room.run(() -> room.identities.admit(account, NOW.minus(Duration.ofDays(1))));
    assertEquals(new Found.Taken("Anna"), find(anna), "too late");
    room.run(() -> room.identities.admit(account, NOW));
    assertInstanceOf(Found.Theirs.class, find(person("2", "bert", null)));
    assertInstanceOf(Found.Taken.class, find(person("3", "аnna", null)), "in other letters");
    assertEquals(account, theirs(find(anna)).id());
    assertEquals(Standing.LINKED, room.in(() -> room.identities.of(account)));
    assertEquals(new Found.Taken("anna"), find(person("4", "anna", null)), "once");
  }

  @Test
  void whose_link_was_ended_or_whose_issuer_is_gone_is_let_back_in() {
    Identity who = person("1", "anna", null);
    BearerToken session = room.signIn(account, HOME, NOW);
    link(session, who);
    room.run(() -> room.access.everywhere(account));
    assertEquals(new Found.Ended(), find(who));
    room.run(() -> room.identities.admit(account, NOW));
    assertEquals(account, theirs(find(who)).id());
    assertEquals(Standing.LINKED, standing(account));
    AccountId bert = theirs(find(person("2", "bert", null))).id();
    room.run(() -> room.identities.admit(bert, NOW));
    assertEquals(Standing.NONE, standing(bert));
    Identity moved = PersonThere.of("https://new.example.com", "9", "bert", null, null, NOW);
    assertEquals(bert, theirs(find(moved)).id());
    assertEquals(Standing.OPENED, standing(bert), "it has no password now either");
  }

  @Test
  void an_admission_ends_with_every_way_in() {
    BearerToken session = room.signIn(account, HOME, NOW);
    for (Runnable end :
        List.<Runnable>of(
            () -> room.access.everywhere(account),
            () -> room.access.everywhereElse(account, session, HOME))) {
      room.run(() -> room.identities.admit(account, NOW));
      room.run(end);
      assertEquals(new Found.Taken("anna"), find(person("1", "anna", null)));
    }
  }

  @Test
  void who_is_admitted_is_known_by_the_name_that_they_have_there_and_by_no_other_that_becomes_it() {
    AccountId jan = room.open("jan-jansén", NOW);
    AccountId own = room.open("dirk@example.com", NOW);
    AccountId cut = room.open("x".repeat(64), NOW);
    List.of(jan, own, cut).forEach(each -> room.run(() -> room.identities.admit(each, NOW)));
    for (String other :
        List.of("jan!jansén", "jan jansén", "jan\u00a0jansén", "ｊan-jansén", "x".repeat(65))) {
      assertInstanceOf(Found.Taken.class, find(person(other, other, null)), other);
    }
    assertEquals(jan, theirs(find(person("1", " Jan-Janse\u0301n ", null))).id());
    Identity another = person("2", "dirk@example.com", "other@example.com");
    assertTrue(theirs(find(another)).userName().startsWith("user-"), "not by another's address");
    assertEquals(own, theirs(find(person("3", "dirk@example.com", "Dirk@example.com"))).id());
  }

  @Test
  void nobody_is_let_into_an_operators_account() {
    AccountId carla = room.open("carla", NOW);
    room.run(() -> room.identities.admit(carla, NOW));
    assertEquals(new Found.Taken("carla"), find(person("1", "carla", null)));
  }

  @Test
  void whose_account_the_provider_opened_is_given_no_other_before_that_is_released() {
    Identity bert = person("1", "bert", null);
    AccountId opened = theirs(find(bert)).id();
    room.run(() -> room.identities.admit(opened, NOW));
    room.run(() -> room.identities.admit(account, NOW));
    assertEquals(new Found.Ended(), find(person("1", "anna", null)));
    BearerToken session = room.signIn(account, HOME, NOW);
    assertFalse(link(session, bert));
    room.run(() -> room.identities.release(opened));
    assertEquals(account, theirs(find(person("1", "anna", null))).id());
  }

  @Test
  void admissions_that_nobody_used_are_cleared_away() {
    AccountId bert = room.open("bert", NOW);
    room.run(() -> room.identities.admit(bert, NOW));
    room.run(() -> room.identities.admit(account, NOW.plus(Duration.ofDays(1))));
    String all = "select count(a) from AdmissionRow a";
    assertEquals(1L, room.in(() -> room.entities().createQuery(all, Long.class).getSingleResult()));
  }

  private Standing standing(AccountId of) {
    return room.in(() -> room.identities.of(of));
  }

  @Test
  void taking_an_account_back_ends_a_link_that_a_thief_may_have_made() {
    Identity thief = person("666", "thief", null);
    BearerToken session = room.signIn(account, HOME, NOW);
    link(session, thief);
    room.run(() -> room.access.everywhereElse(account, session, HOME));
    assertEquals(new Found.Ended(), find(thief), "nor is another account opened");
    assertEquals(Standing.NONE, room.in(() -> room.identities.of(account)));
    Identity owner = person("1", "whoever", null);
    assertTrue(link(session, owner), "the owner makes another");
    assertEquals(account, theirs(find(owner)).id());
    room.run(() -> room.access.everywhere(account));
    assertEquals(new Found.Ended(), find(owner));
  }

  private boolean isOpen(BearerToken session) {
    return room.in(() -> room.sessions.resume(session, NOW)).isPresent();
  }

  private boolean link(BearerToken session, Identity who) {
    return room.in(() -> room.identities.link(account, session, ProviderPerson.of(who), NOW));
  }

  private Found find(Identity who) {
    return room.in(() -> people.findOrOpen(who, NONE, "en", NOW));
  }

  private static Account theirs(Found found) {
    return assertInstanceOf(Found.Theirs.class, found, String.valueOf(found)).account();
  }

  private static Identity person(String subject, String name, String mail) {
    return PersonThere.of(subject, name, mail);
  }
}
