package org.doublelock.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.Transactions;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.AccountsOn;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.secondfactor.FactorsOn;
import org.doublelock.secondfactor.Removals;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator's acts leave of an account. That its keys are dead, ChangedKeyTest shows. */
class AccountLocksTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());

  @TempDir private Path folder;
  private Transactions transactions;
  private AccountsOn accounts;
  private OpenSessions sessions;
  private FactorsOn factors;
  private ApiKeysOn keys;
  private AccountLocksOn locks;
  private AccountId owner;

  @BeforeEach
  void an_account() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    transactions = new Transactions(database);
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    accounts = new AccountsOn(transactions, vault);
    sessions = accounts.sessions();
    factors = new FactorsOn(transactions, vault);
    keys = new ApiKeysOn(transactions, vault);
    locks = new AccountLocksOn(transactions, vault);
    owner = accounts.open("anna", NOW);
  }

  @AfterEach
  void close() {
    transactions.close();
  }

  @Test
  void its_sessions_end_and_do_not_come_back_when_it_is_unlocked() {
    BearerToken session = accounts.signIn(owner, HOME, NOW);
    assertTrue(resumes(session));
    Account before = account();
    locks.lock(owner, NOW);
    assertFalse(resumes(session));
    assertFalse(opens(before));
    assertFalse(opens(account()));
    Account meanwhile = account();
    locks.unlock(owner, NOW);
    assertFalse(resumes(session));
    assertFalse(opens(meanwhile), "a sign-in that was under way");
    assertTrue(resumes(accounts.signIn(owner, HOME, NOW)));
  }

  @Test
  void it_is_told_once_however_often_it_is_locked() {
    locks.unlock(owner, NOW);
    locks.lock(owner, NOW);
    locks.lock(owner, NOW);
    locks.unlock(owner, NOW);
    locks.unlock(owner, NOW);
    assertEquals(
        List.of(EventKind.ACCOUNT_OPENED, EventKind.ACCOUNT_LOCKED, EventKind.ACCOUNT_UNLOCKED),
        told());
  }

  @Test
  void a_second_factor_that_was_about_to_go_stays() {
    ApiKey key = keyWithSecondFactor();
    Removals removals = factors.removals(accounts.factors(), "PT24H");
    transactions.in(() -> factors.lose(removals, key, NOW));
    locks.lock(owner, NOW);
    assertEquals(Optional.empty(), transactions.in(() -> removals.due(key.id())));
    assertTrue(told().contains(EventKind.TWO_FACTOR_OFF_STOPPED));
  }

  @Test
  void a_request_that_was_under_way_when_it_was_locked_takes_no_second_factor() {
    ApiKey key = keyWithSecondFactor();
    Removals removals = factors.removals(accounts.factors(), "PT24H");
    locks.lock(owner, NOW);
    SecondFactor factor = factors.of(key.id()).orElseThrow();
    assertThrows(
        AccountLocked.class, () -> transactions.in(() -> factors.lose(removals, key, NOW)));
    assertThrows(
        AccountLocked.class, () -> transactions.in(() -> removals.confirmed(key.id(), factor)));
    locks.unlock(owner, NOW);
    assertEquals(Optional.empty(), transactions.in(() -> removals.due(key.id())));
    assertTrue(factors.of(key.id()).isPresent());
  }

  private ApiKey keyWithSecondFactor() {
    ApiKey key =
        keys.issue(
                owner,
                new Description("bot"),
                Set.of(Permission.QUERY_FUNDS),
                Restrictions.none(),
                NOW)
            .key();
    factors.enrolApp(key, false, Set.of(), NOW);
    return key;
  }

  @Test
  void a_mailed_link_gives_nothing_while_it_is_locked_nor_afterwards() {
    BearerToken before = mail(LinkPurpose.ADDRESS);
    BearerToken reset = mail(LinkPurpose.PASSWORD_RESET);
    locks.lock(owner, NOW);
    BearerToken meanwhile = mail(LinkPurpose.ADDRESS);
    BearerToken late = mail(LinkPurpose.ADDRESS);
    BearerToken freeze = mail(LinkPurpose.FREEZE);
    assertFalse(confirms(before));
    assertFalse(confirms(meanwhile));
    locks.unlock(owner, NOW);
    assertFalse(confirms(before));
    assertFalse(confirms(late));
    assertFalse(works(reset, LinkPurpose.PASSWORD_RESET));
    assertTrue(works(freeze, LinkPurpose.FREEZE));
    assertTrue(confirms(mail(LinkPurpose.ADDRESS)));
  }

  private BearerToken mail(LinkPurpose purpose) {
    MailedLink link = MailedLink.of(purpose, owner, "en");
    MailAddress address = MailAddress.parse("anna@example.com").orElseThrow();
    return transactions.in(
        () ->
            accounts.links().issue(purpose == LinkPurpose.ADDRESS ? link.to(address) : link, NOW));
  }

  private boolean confirms(BearerToken token) {
    return transactions.in(() -> accounts.addresses().confirm(owner, token, NOW));
  }

  private boolean works(BearerToken token, LinkPurpose purpose) {
    return transactions.in(() -> accounts.links().find(token, purpose, NOW)).isPresent();
  }

  @Test
  void a_reset_takes_the_sign_in_factors_and_the_sessions_and_is_told() {
    accounts.addApp(owner, NOW);
    BearerToken browser = transactions.in(() -> accounts.browsers().remember(owner, HOME, NOW));
    BearerToken session = accounts.signIn(owner, HOME, NOW);
    assertEquals(ActOutcome.DONE, reset(locks.seen(owner)));
    assertFalse(transactions.in(() -> accounts.factors().areOn(owner)));
    assertEquals(Optional.empty(), transactions.in(() -> accounts.factors().onSince(owner)));
    assertFalse(resumes(session));
    Visitor known = new Visitor(HOME.address(), "", Optional.of(browser));
    assertTrue(transactions.in(() -> accounts.browsers().find(owner, known)).isEmpty());
    assertEquals(1, Collections.frequency(told(), EventKind.SIGN_IN_FACTORS_RESET));
  }

  @Test
  void a_page_that_was_opened_before_a_newer_lock_does_not_undo_it() {
    locks.lock(owner, NOW);
    SeenAccount seen = locks.seen(owner);
    locks.unlock(owner, NOW);
    locks.lock(owner, NOW);
    List<EventKind> before = told();
    assertEquals(ActOutcome.CHANGED, locks.unlock(seen, NOW));
    assertFalse(account().isEnabled());
    assertEquals(before, told());
    assertEquals(ActOutcome.DONE, locks.unlock(locks.seen(owner), NOW));
  }

  @Test
  void nor_does_one_take_factors_that_were_added_after_another_reset() {
    SeenAccount seen = locks.seen(owner);
    assertEquals(ActOutcome.DONE, reset(seen));
    accounts.addApp(owner, NOW);
    assertEquals(ActOutcome.CHANGED, reset(seen));
    assertTrue(transactions.in(() -> accounts.factors().areOn(owner)));
    assertEquals(1, Collections.frequency(told(), EventKind.SIGN_IN_FACTORS_RESET));
  }

  @Test
  void who_locks_or_unlocks_what_is_so_already_is_not_told_that_it_was_done() {
    assertEquals(ActOutcome.CHANGED, locks.unlock(owner, NOW));
    assertEquals(ActOutcome.DONE, locks.lock(owner, NOW));
    assertEquals(ActOutcome.CHANGED, locks.lock(owner, NOW));
  }

  @Test
  void a_form_without_a_mark_or_with_another_word_for_one_is_about_no_account_that_is_there() {
    for (String mark : Arrays.asList(null, "", "0x", "-1")) {
      assertEquals(ActOutcome.CHANGED, reset(SeenAccount.of(owner, mark)), mark);
    }
    assertEquals(locks.seen(owner), SeenAccount.of(owner, locks.seen(owner).mark()));
  }

  private ActOutcome reset(SeenAccount account) {
    return locks.reset(account, NOW);
  }

  private Account account() {
    return transactions.in(() -> accounts.accounts().find(owner)).orElseThrow();
  }

  private boolean opens(Account read) {
    return transactions.in(() -> sessions.open(read, HOME, Optional.empty(), NOW)).isPresent();
  }

  private boolean resumes(BearerToken session) {
    return transactions.in(() -> sessions.resume(session, NOW)).isPresent();
  }

  private List<EventKind> told() {
    return EventsOn.kinds(transactions, owner.value());
  }
}
