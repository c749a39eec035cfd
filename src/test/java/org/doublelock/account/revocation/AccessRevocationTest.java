package org.doublelock.account.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.OneAccount;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.session.OpenSession;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.vault.PasswordHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends with every way into an account, and for whom something stays. */
class AccessRevocationTest extends OneAccount {

  private static final String NEXT = "four herons cross a wet field";
  private static final MailAddress OLD = new MailAddress("anna@example.com");
  private static final MailAddress NEW = new MailAddress("anna@example.org");

  private Visitor home;
  private Visitor away;
  private BearerToken here;
  private BearerToken there;
  private BearerToken address;
  private BearerToken reset;
  private BearerToken freeze;
  private Account halfSignedIn;

  @BeforeEach
  void an_owner_at_home_and_a_thief_away() {
    room.run(() -> room.addresses.set(account, new AccountMail(OLD, "en"), NOW));
    home = knownBrowser("192.0.2.1");
    away = knownBrowser("192.0.2.2");
    here = room.signIn(account, home, NOW);
    there = room.signIn(account, away, NOW);
    address = mail(MailedLink.of(LinkPurpose.ADDRESS, account, "en").to(NEW));
    reset = mail(MailedLink.of(LinkPurpose.PASSWORD_RESET, account, "en"));
    freeze = mail(MailedLink.of(LinkPurpose.FREEZE, account, "en"));
    room.run(() -> room.apps.begin(account, new FactorName("phone"), Optional.empty(), there, NOW));
    assertTrue(room.in(() -> room.addresses.askToConfirm(account, NEW, "en", NOW)));
    halfSignedIn = room.signIn.check("anna", AccountRoom.PASSWORD, away, NOW).orElseThrow();
  }

  @Test
  void everywhere_it_leaves_nothing_but_what_takes_away() {
    room.run(() -> room.access.everywhere(account));
    expectBegunEnded();
    assertFalse(isOpen(here));
    assertFalse(isOpen(there));
    assertFalse(isKnown(home));
    assertFalse(isKnown(away));
    assertTrue(works(freeze, LinkPurpose.FREEZE));
  }

  @Test
  void whoever_changes_their_password_stays_signed_in_in_a_known_browser() {
    PasswordHash next = AccountRoom.hash(NEXT);
    room.run(() -> room.passwords.byHolder(account, next, here, home));
    expectBegunEnded();
    expectHereAlone();
    assertTrue(room.passwordOpens("anna", NEXT, home, NOW));
  }

  @Test
  void everywhere_else_it_leaves_the_session_and_the_browser_of_who_asks() {
    room.run(() -> room.access.everywhereElse(account, here, home));
    expectBegunEnded();
    expectHereAlone();
  }

  @Test
  void with_one_session_everything_ends_that_may_have_been_begun_in_it() {
    OpenSession thiefs =
        room.in(() -> room.sessions.of(account, here, NOW)).stream()
            .filter(session -> !session.current())
            .findFirst()
            .orElseThrow();
    AccountId stranger = room.open("bert", NOW);
    assertFalse(room.in(() -> room.access.oneSession(stranger, thiefs.id())));
    assertTrue(works(address, LinkPurpose.ADDRESS), "not a stranger's to end");
    assertTrue(room.in(() -> room.access.oneSession(account, thiefs.id())));
    expectBegunEnded();
    assertTrue(isOpen(here));
    assertFalse(isOpen(there));
    assertTrue(isKnown(home));
  }

  @Test
  void with_a_change_of_address_what_was_mailed_to_the_old_one_gives_nothing() {
    assertTrue(room.in(() -> room.addresses.confirm(account, address, NOW)));
    expectBegunEnded();
    assertTrue(isOpen(here));
    assertTrue(isOpen(there), "a thief who changes it does not sign the owner out");
    assertTrue(works(freeze, LinkPurpose.FREEZE), "the old address may still stop a thief");
  }

  @Test
  void a_link_changes_no_address_of_another_account_and_is_not_used_up_there() {
    AccountId stranger = room.open("bert", NOW);
    assertFalse(room.in(() -> room.addresses.confirm(stranger, address, NOW)));
    assertEquals(Optional.empty(), room.in(() -> room.addresses.of(stranger)));
    assertEquals(OLD, room.in(() -> room.addresses.of(account)).orElseThrow().address());
    assertTrue(room.in(() -> room.addresses.confirm(account, address, NOW)));
    assertEquals(NEW, room.in(() -> room.addresses.of(account)).orElseThrow().address());
  }

  @Test
  void three_addresses_are_asked_for_in_an_hour_whatever_was_ended_meanwhile() {
    for (int times = 1; times < 3; times++) {
      room.run(() -> room.access.everywhere(account));
      assertTrue(room.in(() -> room.addresses.askToConfirm(account, NEW, "en", NOW)));
    }
    assertFalse(room.in(() -> room.addresses.askToConfirm(account, NEW, "en", NOW)));
    assertEquals(1, room.outbox.queued().size(), "and what was not sent is withdrawn");
    List<EventKind> told = room.events(account);
    assertEquals(3, told.stream().filter(EventKind.ADDRESS_CHANGE_ASKED::equals).count());
  }

  private void expectBegunEnded() {
    assertFalse(works(address, LinkPurpose.ADDRESS));
    assertFalse(works(reset, LinkPurpose.PASSWORD_RESET));
    assertTrue(room.in(() -> room.apps.current(account, there, NOW)).isEmpty());
    assertTrue(room.outbox.queued().isEmpty(), "a mail that was about to be sent");
    assertTrue(
        room.in(() -> room.sessions.open(halfSignedIn, away, Optional.empty(), NOW)).isEmpty(),
        "a sign-in under way");
    room.signIn(account, away, NOW);
  }

  private void expectHereAlone() {
    assertTrue(isOpen(here));
    assertFalse(isOpen(there));
    assertTrue(isKnown(home));
    assertFalse(isKnown(away));
  }

  private Visitor knownBrowser(String from) {
    Visitor visitor = new Visitor(from, "", Optional.empty());
    return new Visitor(
        from, "", Optional.of(room.in(() -> room.browsers.remember(account, visitor, NOW))));
  }

  private BearerToken mail(MailedLink link) {
    return room.in(() -> room.links.issue(link, NOW));
  }

  private boolean works(BearerToken link, LinkPurpose purpose) {
    return room.in(() -> room.links.find(link, purpose, NOW)).isPresent();
  }

  private boolean isOpen(BearerToken session) {
    return room.in(() -> room.sessions.resume(session, NOW)).isPresent();
  }

  private boolean isKnown(Visitor browser) {
    return room.in(() -> room.browsers.find(account, browser)).isPresent();
  }
}
