package org.doublelock.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.doublelock.TwoAtOnce;
import org.doublelock.account.factor.FactorKind;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.registration.Registration;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.account.session.Visitor;
import org.doublelock.account.signin.SignInAddresses;
import org.doublelock.activity.EventKind;
import org.doublelock.edge.Networks;
import org.doublelock.vault.PasswordHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What two transactions at once make of one account, and of two that are being opened. */
abstract class AccountRaces {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final PasswordHash NEXT = AccountRoom.hash("four herons cross a wet field");
  private static final MailAddress ADDRESS = new MailAddress("bert@example.com");
  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());

  private AccountRoom room;
  private TwoAtOnce atOnce;

  abstract AccountRoom open(Path folder);

  @BeforeEach
  void start(@TempDir Path folder) {
    room = open(folder);
    atOnce = new TwoAtOnce(room.transactions(), room.database);
  }

  @AfterEach
  void stop() {
    room.close();
  }

  @Test
  void of_two_nodes_that_open_the_first_account_at_once_one_does_and_both_start() {
    List<Optional<Account>> opened = both(name -> first("anna"));
    assertTrue(opened.get(0).isPresent());
    assertEquals(Optional.empty(), opened.get(1));
  }

  @Test
  void nor_do_two_nodes_that_were_given_different_names_open_two() {
    List<Optional<Account>> opened = both(name -> first(name));
    assertEquals(List.of(true, false), opened.stream().map(Optional::isPresent).toList());
  }

  @Test
  void of_two_operators_who_open_accounts_of_like_names_at_once_one_is_told_that_it_is_taken() {
    List<Optional<Account>> opened =
        both(
            name ->
                room.accounts.openUnlessTaken(
                    new UserName(name.equals("anna") ? "paul" : "pau1"), NEXT, NOW));
    assertEquals(List.of(true, false), opened.stream().map(Optional::isPresent).toList());
  }

  @Test
  void of_two_links_for_one_address_that_are_followed_at_once_one_opens_the_account() {
    Registration registration =
        new Registration(
            room.accounts,
            room.addresses,
            room.links,
            new SignInAddresses(new Networks(64), 0, 1),
            room.outbox);
    MailedLink mailed = MailedLink.registration(ADDRESS, "en");
    List<BearerToken> links = List.of(issue(mailed), issue(mailed));
    List<Optional<Account>> opened =
        both(name -> registration.complete(links.get(name.equals("anna") ? 0 : 1), NEXT, NOW));
    assertEquals(List.of(true, false), opened.stream().map(Optional::isPresent).toList());
  }

  @Test
  void of_two_accounts_that_take_one_address_at_once_one_has_it() {
    List<Boolean> taken = Collections.synchronizedList(new ArrayList<>());
    AccountId anna = room.open("anna", NOW);
    AccountId bert = room.open("bert", NOW);
    BearerToken annas = issue(MailedLink.of(LinkPurpose.ADDRESS, anna, "en").to(ADDRESS));
    BearerToken berts = issue(MailedLink.of(LinkPurpose.ADDRESS, bert, "en").to(ADDRESS));
    Optional<Throwable> thrown =
        atOnce.run(
            () -> taken.add(room.addresses.confirm(anna, annas, NOW)),
            () -> taken.add(room.addresses.confirm(bert, berts, NOW)));
    assertEquals(Optional.empty(), thrown);
    assertEquals(List.of(true, false), taken);
  }

  @Test
  void of_two_sessions_that_begin_to_add_the_first_app_at_once_the_second_takes_it_over() {
    AccountId account = room.open("anna", NOW);
    BearerToken mine = BearerToken.random();
    BearerToken other = BearerToken.random();
    assertEquals(
        Optional.empty(),
        atOnce.run(() -> beginApp(account, mine), () -> beginApp(account, other)));
    assertTrue(room.in(() -> room.apps.current(account, mine, NOW)).isEmpty());
    assertTrue(room.in(() -> room.apps.current(account, other, NOW)).isPresent());
  }

  @Test
  void of_an_app_that_is_confirmed_and_one_that_is_given_its_name_at_once_the_later_is_refused() {
    AccountId account = holder();
    BearerToken session = signedInFor(OwnersAct.CONFIRM_APP, account);
    List<Object> came = Collections.synchronizedList(new ArrayList<>());
    Runnable confirm = () -> came.add(confirmApp(account, session));
    Runnable rename =
        () ->
            came.add(
                room.factors.rename(
                    account, FactorKind.APP, app(account), new FactorName("tablet")));
    assertEquals(Optional.empty(), atOnce.run(rename, confirm));
    assertEquals(List.of(true, FactorOutcome.NAME_TAKEN), came);
    room.run(
        () -> room.factors.rename(account, FactorKind.APP, app(account), new FactorName("phone")));
    assertEquals(Optional.empty(), atOnce.run(confirm, rename));
    assertEquals(List.of(FactorOutcome.CONFIRMED, false), came.subList(2, 4));
  }

  @ParameterizedTest
  @EnumSource
  void an_act_that_a_lock_of_the_account_overtakes_does_nothing(OwnersAct act) {
    AccountId account = holder();
    BearerToken session = signedInFor(act, account);
    List<EventKind> before = room.events(account);
    Optional<Throwable> thrown =
        atOnce.run(() -> lock(account), () -> carryOut(act, account, session));
    assertInstanceOf(AccountLocked.class, thrown.orElseThrow());
    assertEquals(before, room.events(account));
    assertEquals(1, room.in(() -> room.apps.of(account)).size());
    assertEquals(
        AccountRoom.PASSWORD_HASH.text(),
        room.in(() -> room.accounts.find(account)).orElseThrow().passwordHash());
  }

  @ParameterizedTest
  @EnumSource
  void a_lock_that_comes_during_an_act_waits_and_ends_what_was_begun(OwnersAct act) {
    AccountId account = holder();
    BearerToken session = signedInFor(act, account);
    assertEquals(
        Optional.empty(), atOnce.run(() -> carryOut(act, account, session), () -> lock(account)));
    assertFalse(room.in(() -> room.accounts.find(account)).orElseThrow().isEnabled());
    assertTrue(room.in(() -> room.apps.current(account, session, NOW)).isEmpty());
    assertTrue(room.in(() -> room.sessions.resume(session, NOW)).isEmpty());
    assertTrue(room.outbox.queued().isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void an_act_that_the_end_of_its_session_overtakes_does_nothing(OwnersAct act) {
    AccountId account = holder();
    BearerToken session = signedInFor(act, account);
    List<EventKind> before = room.events(account);
    room.transactions().acting().begin(session);
    Optional<Throwable> thrown =
        atOnce.run(() -> endSessions(account), () -> carryOut(act, account, session));
    assertInstanceOf(SessionEnded.class, thrown.orElseThrow());
    assertEquals(before, room.events(account));
    assertEquals(1, room.in(() -> room.apps.of(account)).size());
  }

  @Test
  void a_new_password_that_the_end_of_its_session_overtakes_is_not_taken() {
    AccountId account = room.open("anna", NOW);
    BearerToken session = room.signIn(account, HOME, NOW);
    Optional<Throwable> thrown =
        atOnce.run(
            () -> room.access.everywhere(account),
            () -> room.passwords.byHolder(account, NEXT, session, HOME));
    assertInstanceOf(SessionEnded.class, thrown.orElseThrow());
    assertEquals(
        AccountRoom.PASSWORD_HASH.text(),
        room.in(() -> room.accounts.find(account)).orElseThrow().passwordHash());
  }

  @Test
  void a_link_that_two_follow_at_once_is_good_once() {
    AccountId account = room.open("anna", NOW);
    BearerToken link = issue(MailedLink.of(LinkPurpose.ADDRESS, account, "en").to(ADDRESS));
    List<Optional<MailedLink>> used = new ArrayList<>();
    Runnable use = () -> used.add(room.links.use(link, LinkPurpose.ADDRESS, NOW));
    assertEquals(Optional.empty(), atOnce.run(use, use));
    assertEquals(List.of(true, false), used.stream().map(Optional::isPresent).toList());
  }

  /** Whoever has an app already. */
  private AccountId holder() {
    AccountId account = room.open("anna", NOW);
    room.addApp(account, "phone", NOW);
    return account;
  }

  /** A session in which everything was done that the act takes for granted. */
  private BearerToken signedInFor(OwnersAct act, AccountId account) {
    BearerToken session = room.signIn(account, HOME, NOW);
    if (act == OwnersAct.CONFIRM_APP) {
      room.run(() -> beginApp(account, session));
    }
    return session;
  }

  private void lock(AccountId account) {
    room.access.hold(account);
    room.accounts.lock(account, NOW);
    room.access.everywhere(account);
  }

  private void endSessions(AccountId account) {
    room.access.hold(account);
    room.access.everywhere(account);
  }

  private void carryOut(OwnersAct act, AccountId account, BearerToken session) {
    switch (act) {
      case CHANGE_PASSWORD -> room.passwords.byHolder(account, NEXT, session, HOME);
      case ASK_FOR_ADDRESS -> room.addresses.askToConfirm(account, ADDRESS, "en", NOW);
      case BEGIN_APP -> beginApp(account, session);
      case CONFIRM_APP -> confirmApp(account, session);
      case RENAME_APP ->
          room.factors.rename(account, FactorKind.APP, app(account), new FactorName("tablet"));
      case RENAME_PASSKEY ->
          room.factors.rename(
              account, FactorKind.PASSKEY, UUID.randomUUID(), new FactorName("tablet"));
      case REMOVE_APP -> room.factors.remove(account, FactorKind.APP, app(account), true);
      case ADD_PASSKEY ->
          room.factors.addPasskey(account, session, new FactorName("passkey"), "{}", NOW);
      case REMOVE_PASSKEY ->
          room.factors.remove(account, FactorKind.PASSKEY, UUID.randomUUID(), true);
      case RENEW_RECOVERY_CODES -> room.recovery.renew(account, NOW);
      case KEEP_RECOVERY_CODES -> room.recovery.keep(account, List.of());
    }
  }

  private FactorOutcome confirmApp(AccountId account, BearerToken session) {
    return room.factors.confirmApp(account, session, code(account, session), NOW).outcome();
  }

  private String code(AccountId account, BearerToken session) {
    return AccountRoom.code(room.apps.current(account, session, NOW).orElseThrow().secret(), NOW);
  }

  private UUID app(AccountId account) {
    return room.apps.of(account).get(0).id();
  }

  private void beginApp(AccountId account, BearerToken session) {
    room.apps.begin(account, new FactorName("tablet"), Optional.empty(), session, NOW);
  }

  private Optional<Account> first(String name) {
    return room.accounts.openFirst(new UserName(name), NEXT, NOW);
  }

  private BearerToken issue(MailedLink link) {
    return room.in(() -> room.links.issue(link, NOW));
  }

  /** Two that open an account, one as anna and one as bert, both at once. */
  private List<Optional<Account>> both(Function<String, Optional<Account>> open) {
    List<Optional<Account>> opened = Collections.synchronizedList(new ArrayList<>());
    Optional<Throwable> thrown =
        atOnce.run(() -> opened.add(open.apply("anna")), () -> opened.add(open.apply("bert")));
    assertEquals(Optional.empty(), thrown);
    return opened;
  }
}
