package org.doublelock.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.Transactions;
import org.doublelock.TwoAtOnce;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.AccountsOn;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.UserName;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.registration.OpeningForOthers;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.mail.OutboxOn;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator's act does that meets the end of the operator's own session. */
abstract class OperatorRaces {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());
  private static final StatedReason REASON = new StatedReason("olga", "passport shown");

  private AccountRoom room;
  private Transactions transactions;
  private TwoAtOnce atOnce;
  private AccountsOn accounts;
  private AccessRevocation access;
  private OperatorActs acts;
  private OpeningForOthers opening;
  private AccountId owner;
  private AccountId olga;

  /** What gives something to somebody. */
  enum Act {
    UNLOCK,
    RESET,
    RELEASE,
    ADMIT,
    OPEN
  }

  abstract AccountRoom open(Path folder);

  @BeforeEach
  void a_locked_account_and_an_operator(@TempDir Path folder) {
    room = open(folder);
    transactions = room.transactions();
    atOnce = new TwoAtOnce(transactions, room.database);
    accounts =
        new AccountsOn(
            transactions,
            new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json"))));
    access = accounts.access();
    acts = new OperatorActsOn(transactions, accounts, access, new OutboxOn(transactions, NOW));
    opening =
        new OpeningForOthers(transactions.entities(), accounts.accounts(), transactions.acting());
    owner = accounts.open("anna", NOW);
    olga = accounts.open("olga", NOW);
    run(() -> lock(owner));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @ParameterizedTest
  @EnumSource
  void an_act_that_the_end_of_its_operators_session_overtakes_does_nothing(Act act) {
    transactions.acting().begin(accounts.signIn(olga, HOME, NOW));
    List<EventKind> before = told();
    Optional<Throwable> thrown = atOnce.run(() -> endSessions(olga), () -> carryOut(act));
    assertInstanceOf(SessionEnded.class, thrown.orElseThrow());
    expectNothing(before);
  }

  @ParameterizedTest
  @EnumSource
  void one_that_a_lock_of_its_operator_overtakes_does_nothing(Act act) {
    transactions.acting().begin(accounts.signIn(olga, HOME, NOW));
    List<EventKind> before = told();
    Optional<Throwable> thrown = atOnce.run(() -> lock(olga), () -> carryOut(act));
    assertInstanceOf(SessionEnded.class, thrown.orElseThrow());
    expectNothing(before);
  }

  @ParameterizedTest
  @EnumSource
  void an_end_of_its_operators_session_that_comes_during_it_waits_for_it(Act act) {
    BearerToken session = accounts.signIn(olga, HOME, NOW);
    transactions.acting().begin(session);
    assertEquals(Optional.empty(), atOnce.run(() -> carryOut(act), () -> endSessions(olga)));
    assertTrue(transactions.in(() -> accounts.sessions().resume(session, NOW)).isEmpty());
  }

  @Test
  void of_two_operators_who_act_on_each_other_at_once_the_first_does() {
    AccountId olaf = accounts.open("olaf", NOW);
    BearerToken hers = accounts.signIn(olga, HOME, NOW);
    BearerToken his = accounts.signIn(olaf, HOME, NOW);
    Optional<Throwable> thrown = atOnce.run(() -> reset(hers, olaf), () -> reset(his, olga));
    assertInstanceOf(SessionEnded.class, thrown.orElseThrow());
    assertEquals(List.of(EventKind.ACCOUNT_OPENED), EventsOn.kinds(transactions, olga.value()));
  }

  @Test
  void an_account_is_not_called_what_becomes_anothers_mail_address_meanwhile() {
    transactions.acting().begin(accounts.signIn(olga, HOME, NOW));
    AccountId dirk = accounts.open("dirk", NOW);
    MailAddress address = new MailAddress("dirk@example.com");
    MailedLink link = MailedLink.of(LinkPurpose.ADDRESS, dirk, "en").to(address);
    BearerToken token = transactions.in(() -> accounts.links().issue(link, NOW));
    UserName name = new UserName(address.text());
    List<Optional<Account>> opened = Collections.synchronizedList(new ArrayList<>());
    Optional<Throwable> thrown =
        atOnce.run(
            () -> assertTrue(room.addresses.confirm(dirk, token, NOW)),
            () -> opened.add(opening.openUnlessTaken(name, AccountRoom.PASSWORD_HASH, NOW)));
    assertEquals(Optional.empty(), thrown);
    assertEquals(List.of(Optional.empty()), opened);
  }

  @Test
  void nor_does_an_account_confirm_what_becomes_anothers_name_meanwhile() {
    transactions.acting().begin(accounts.signIn(olga, HOME, NOW));
    AccountId dirk = accounts.open("dirk", NOW);
    MailAddress address = new MailAddress("dirk@example.com");
    MailedLink link = MailedLink.of(LinkPurpose.ADDRESS, dirk, "en").to(address);
    BearerToken token = transactions.in(() -> accounts.links().issue(link, NOW));
    UserName name = new UserName("Dirk@example.com");
    List<Boolean> confirmed = Collections.synchronizedList(new ArrayList<>());
    Optional<Throwable> thrown =
        atOnce.run(
            () ->
                assertTrue(
                    opening.openUnlessTaken(name, AccountRoom.PASSWORD_HASH, NOW).isPresent()),
            () -> confirmed.add(room.addresses.confirm(dirk, token, NOW)));
    assertEquals(Optional.empty(), thrown);
    assertEquals(List.of(false), confirmed);
  }

  private void reset(BearerToken session, AccountId account) {
    transactions.acting().begin(session);
    acts.carryOut("reset", seen(account), REASON, NOW);
  }

  private void carryOut(Act act) {
    if (act == Act.OPEN) {
      opening.openUnlessTaken(new UserName("dirk"), AccountRoom.PASSWORD_HASH, NOW);
    } else {
      acts.carryOut(act.name().toLowerCase(Locale.ROOT), seen(owner), REASON, NOW);
    }
  }

  private void expectNothing(List<EventKind> before) {
    assertEquals(before, told());
    assertFalse(account(owner).isEnabled());
    assertTrue(
        transactions.in(() -> accounts.accounts().findByName(new UserName("dirk"))).isEmpty());
  }

  private SeenAccount seen(AccountId account) {
    return SeenAccount.of(account, Long.toString(account(account).accessEpoch()));
  }

  /** As a page reads it, before the transaction of the act. */
  private Account account(AccountId account) {
    return transactions.in(() -> accounts.accounts().find(account)).orElseThrow();
  }

  private void lock(AccountId account) {
    access.hold(account);
    accounts.accounts().lock(account, NOW);
    access.everywhere(account);
  }

  private void endSessions(AccountId account) {
    access.hold(account);
    access.everywhere(account);
  }

  private List<EventKind> told() {
    return EventsOn.kinds(transactions, owner.value());
  }

  private void run(Runnable work) {
    transactions.in(
        () -> {
          work.run();
          return null;
        });
  }
}
