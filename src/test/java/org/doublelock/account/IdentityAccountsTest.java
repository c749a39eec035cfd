package org.doublelock.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.IdentityAccounts.Found;
import org.doublelock.account.IdentityLinks.Standing;
import org.doublelock.activity.EventKind;
import org.doublelock.identity.Identity;
import org.doublelock.identity.SignOutNotice;
import org.doublelock.vault.PasswordHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose account it is at the identity provider. {@code anna} has one here by a password. */
class IdentityAccountsTest extends OneAccount {

  private static final String ISSUER = "https://id.example.com";
  private static final PasswordHash NONE = AccountRoom.PASSWORD_HASH;
  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());

  private IdentityAccounts people;

  @BeforeEach
  void a_provider() {
    people =
        new IdentityAccounts(
            room.accounts,
            room.identities,
            room.addresses,
            new Operators(Optional.of("anna, carla")));
  }

  @Test
  void a_first_sign_in_opens_an_account_and_the_next_finds_it_whatever_they_are_called_then() {
    Account opened = theirs(find(person("1", "bert", "bert@example.com")));
    assertEquals("bert", opened.userName());
    assertEquals(
        "bert@example.com",
        room.in(() -> room.addresses.of(opened.id())).orElseThrow().address().text());
    assertEquals(Standing.OPENED, room.in(() -> room.identities.of(opened.id())));
    Account found = theirs(find(person("1", "anna", "anna@example.com")));
    assertEquals(opened.id(), found.id());
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
    assertEquals(new Found.Taken("anna@example.com"), find(person("2", "anna@example.com", null)));
  }

  @Test
  void a_name_that_is_none_here_gets_hyphens_and_no_name_one_by_chance() {
    assertEquals("Jan-de-Boer", theirs(find(person("1", "Jan de Boer", null))).userName());
    assertTrue(theirs(find(person("2", null, null))).userName().startsWith("user-"));
  }

  @Test
  void one_subject_of_two_issuers_is_two_people() {
    Account one = theirs(find(person("1", "bert", null)));
    Identity other =
        new Identity(
            "https://other.example.com",
            "1",
            Optional.empty(),
            Optional.of("dirk"),
            Optional.empty(),
            false,
            Optional.empty(),
            true,
            "");
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
    assertFalse(room.in(() -> room.identities.link(bert, berts, who, NOW)));
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
    room.run(() -> room.identities.unlink(account, session));
    assertEquals(Standing.NONE, room.in(() -> room.identities.of(account)));
    Account opened = theirs(find(who));
    BearerToken own = room.signIn(opened.id(), HOME, NOW);
    room.run(() -> room.identities.unlink(opened.id(), own));
    assertEquals(opened.id(), theirs(find(who)).id());
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

  @Test
  void a_notice_ends_the_sessions_of_one_session_there_and_no_others() {
    Identity who = person("1", "bert", null);
    AccountId bert = theirs(find(who)).id();
    BearerToken one = signIn(bert, who, "s1");
    BearerToken two = signIn(bert, who, "s2");
    BearerToken local = room.signIn(bert, HOME, NOW);
    assertTrue(take("n1", Optional.of("s1")));
    assertFalse(isOpen(one));
    assertTrue(isOpen(two));
    assertTrue(take("n2", Optional.empty()));
    assertFalse(isOpen(two));
    assertTrue(isOpen(local), "which the provider did not sign in");
  }

  @Test
  void a_notice_is_taken_once() {
    Identity who = person("1", "bert", null);
    AccountId bert = theirs(find(who)).id();
    assertTrue(take("n1", Optional.empty()));
    BearerToken later = signIn(bert, who, "s1");
    assertFalse(take("n1", Optional.empty()));
    assertTrue(isOpen(later));
  }

  private BearerToken signIn(AccountId who, Identity by, String session) {
    Identity there =
        new Identity(
            by.issuer(),
            by.subject(),
            Optional.of(session),
            by.userName(),
            by.mail(),
            false,
            Optional.of(NOW),
            true,
            "token");
    return room.in(
        () ->
            room.sessions
                .open(
                    room.accounts.find(who).orElseThrow(),
                    HOME,
                    Optional.of(Provided.of(there)),
                    NOW)
                .orElseThrow());
  }

  private boolean take(String id, Optional<String> session) {
    SignOutNotice notice =
        new SignOutNotice(ISSUER, Optional.of("1"), session, id, NOW.plusSeconds(60));
    return room.in(() -> new ProviderSignOuts(room.entities(), room.sessions).take(notice, NOW));
  }

  private boolean isOpen(BearerToken session) {
    return room.in(() -> room.sessions.resume(session, NOW)).isPresent();
  }

  private boolean link(BearerToken session, Identity who) {
    return room.in(() -> room.identities.link(account, session, who, NOW));
  }

  private Found find(Identity who) {
    return room.in(() -> people.findOrOpen(who, NONE, "en", NOW));
  }

  private static Account theirs(Found found) {
    return assertInstanceOf(Found.Theirs.class, found, String.valueOf(found)).account();
  }

  private static Identity person(String subject, String name, String mail) {
    return new Identity(
        ISSUER,
        subject,
        Optional.empty(),
        Optional.ofNullable(name),
        Optional.ofNullable(mail),
        false,
        Optional.<Instant>empty(),
        true,
        "");
  }
}
