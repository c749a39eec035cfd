package org.doublelock.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountsOn;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.IdentityLinks.Standing;
import org.doublelock.account.provider.ProviderPerson;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.mail.OutboxOn;
import org.doublelock.mail.QueuedMail;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does for somebody whom the identity provider signs in no more. */
class ProviderLinksTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());
  private static final StatedReason REASON = new StatedReason("olga", "the provider has moved");

  @TempDir private Path folder;
  private Transactions transactions;
  private AccountsOn accounts;
  private IdentityLinks identities;
  private OutboxOn outbox;
  private OperatorActs acts;
  private AccountId owner;

  @BeforeEach
  void an_account_that_the_provider_opened() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    transactions = new Transactions(database);
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    accounts = new AccountsOn(transactions, vault);
    identities = accounts.identities();
    outbox = new OutboxOn(transactions, NOW);
    acts = new OperatorActsOn(transactions, accounts, accounts.access(), outbox);
    owner = accounts.open("anna", NOW);
    ProviderPerson who = new ProviderPerson("https://gone.example.com", "1", "anna");
    run(() -> identities.add(owner, who, true, NOW));
  }

  @AfterEach
  void close() {
    transactions.close();
  }

  @Test
  void an_account_is_made_a_local_one_whose_holder_is_mailed_a_link() {
    AccountMail mail = new AccountMail(new MailAddress("anna@example.com"), "nl");
    run(() -> accounts.addresses().set(owner, mail, NOW));
    BearerToken session = accounts.signIn(owner, HOME, NOW);
    run(() -> acts.carryOut("release", seen(), REASON, NOW));
    assertEquals(Standing.NONE, transactions.in(() -> identities.of(owner)));
    assertTrue(transactions.in(() -> accounts.sessions().resume(session, NOW)).isEmpty());
    assertEquals(List.of("anna"), outbox.queued().stream().map(QueuedMail::recipient).toList());
    assertTrue(told().contains(EventKind.IDENTITY_RELEASED));
  }

  @Test
  void without_an_address_nothing_is_mailed() {
    run(() -> acts.carryOut("release", seen(), REASON, NOW));
    assertEquals(List.of(), outbox.queued());
  }

  @Test
  void admitting_somebody_ends_what_there_was() {
    BearerToken session = accounts.signIn(owner, HOME, NOW);
    run(() -> acts.carryOut("admit", seen(), REASON, NOW));
    assertEquals(Standing.NONE, transactions.in(() -> identities.of(owner)));
    assertTrue(transactions.in(() -> accounts.sessions().resume(session, NOW)).isEmpty());
    assertTrue(told().contains(EventKind.IDENTITY_ADMITTED));
    Instant over = NOW.plus(Duration.ofDays(1));
    assertEquals(Optional.of(over), transactions.in(() -> identities.admittedUntil(owner, NOW)));
    assertEquals(Optional.empty(), transactions.in(() -> identities.admittedUntil(owner, over)));
  }

  @Test
  void a_page_that_was_opened_before_another_act_neither_releases_nor_admits() {
    SeenAccount seen = transactions.in(this::seen);
    run(() -> accounts.access().everywhere(owner));
    List<EventKind> before = told();
    assertEquals(
        ActOutcome.CHANGED, transactions.in(() -> acts.carryOut("release", seen, REASON, NOW)));
    assertEquals(
        ActOutcome.CHANGED, transactions.in(() -> acts.carryOut("admit", seen, REASON, NOW)));
    assertEquals(before, told());
    assertEquals(List.of(), outbox.queued());
  }

  private SeenAccount seen() {
    return SeenAccount.of(accounts.accounts().find(owner).orElseThrow());
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
