package org.doublelock.apikey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountsOn;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.edge.AddressRange;
import org.doublelock.signing.SigningSecret;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a key's row; what calls make of it, ChangedKeyTest shows. */
class ApiKeysTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private Transactions transactions;
  private SecretVault vault;
  private ApiKeysOn keys;
  private AccountId owner;
  private AccountId neighbour;
  private IssuedKey issued;
  private ApiKey key;

  @BeforeEach
  void a_key() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    transactions = new Transactions(database);
    vault = new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    AccountsOn accounts = new AccountsOn(transactions, vault);
    owner = accounts.open("anna", NOW);
    neighbour = accounts.open("bert", NOW);
    keys = new ApiKeysOn(transactions, vault);
    issued = issue("bot");
    key = issued.key();
  }

  @AfterEach
  void close() {
    transactions.close();
  }

  @Test
  void its_secret_is_kept_sealed_and_signs() {
    assertArrayEquals(issued.secret().readBytes(), secretsAt(NOW).get(0).readBytes());
    assertEquals(1, secretsAt(NOW).size());
    assertNotEquals(issued.secret().readBase64(), kept().sealedSecret());
    assertEquals(NOW, kept().secretSince());
  }

  @Test
  void only_its_owner_finds_it_by_its_id() {
    assertTrue(in(() -> keys.find(owner, key.id())).isPresent());
    assertTrue(in(() -> keys.find(owner, key.id().toString())).isPresent());
    assertEquals(Optional.empty(), in(() -> keys.find(neighbour, key.id())));
    assertEquals(Optional.empty(), in(() -> keys.find(owner, "not an id")));
    assertEquals(Map.of(), in(() -> names().of(neighbour, List.of(key.id().value()))));
  }

  @Test
  void a_secret_that_is_rolled_at_once_signs_no_more() {
    IssuedKey rolled = keys.roll(key, Duration.ZERO, LATER);
    assertEquals(1, secretsAt(LATER).size());
    assertArrayEquals(rolled.secret().readBytes(), secretsAt(LATER).get(0).readBytes());
    assertEquals(LATER, kept().secretSince());
  }

  @Test
  void one_that_is_rolled_with_an_overlap_signs_beside_the_new_one_until_it_is_over() {
    IssuedKey rolled = keys.roll(key, HOUR, LATER);
    List<SigningSecret> both = secretsAt(LATER.plus(HOUR).minusMillis(1));
    assertArrayEquals(rolled.secret().readBytes(), both.get(0).readBytes());
    assertArrayEquals(issued.secret().readBytes(), both.get(1).readBytes());
    assertEquals(1, secretsAt(LATER.plus(HOUR)).size());
  }

  @Test
  void it_says_until_when_the_secret_before_this_one_signs() {
    assertEquals(Optional.empty(), found().previousSecretUntil(NOW), "there was none");
    keys.roll(key, HOUR, NOW);
    Instant end = NOW.plus(HOUR);
    assertEquals(Optional.of(end), found().previousSecretUntil(LATER));
    assertEquals(Optional.of(end), found().previousSecretUntil(end.minusMillis(1)));
    assertEquals(Optional.empty(), found().previousSecretUntil(end), "it is over");
    keys.roll(key, HOUR.multipliedBy(24), LATER);
    assertEquals(Optional.of(LATER.plus(HOUR.multipliedBy(24))), found().previousSecretUntil(end));
    keys.roll(key, Duration.ZERO, LATER);
    assertEquals(Optional.empty(), found().previousSecretUntil(LATER), "it was ended");
  }

  @Test
  void of_two_rolls_in_a_row_the_first_secret_signs_no_more() {
    IssuedKey second = keys.roll(key, HOUR, LATER);
    IssuedKey third = keys.roll(key, HOUR, LATER);
    assertEquals(
        List.of(third.secret().readBase64(), second.secret().readBase64()),
        secretsAt(LATER).stream().map(SigningSecret::readBase64).toList());
  }

  @Test
  void a_deleted_one_is_found_by_nobody_has_no_secret_and_leaves_its_name_free() {
    keys.roll(key, HOUR, LATER);
    keys.delete(key, LATER);
    assertEquals(Optional.empty(), in(() -> keys.find(owner, key.id())));
    assertEquals(Optional.empty(), keys.findByPublicKey(key.publicKey()));
    assertEquals(List.of(), in(() -> keys.ownedBy(owner)));
    assertEquals(0, in(() -> keys.count(owner)));
    assertEquals("", kept().sealedSecret());
    assertEquals(Optional.empty(), kept().previous());
    assertEquals(Map.of(key.id().value(), "bot"), in(() -> names().all(owner)), "in the activity");
    issue("bot");
  }

  @Test
  void each_change_raises_the_epoch_and_is_written_down() {
    long before = epoch();
    keys.edit(key, new Description("robot"), Set.of(), Restrictions.none(), LATER);
    keys.roll(key, HOUR, LATER);
    keys.disable(key, LATER);
    keys.enable(key, LATER);
    in(Executors.callable(() -> keys.freeze(key, LATER)));
    keys.delete(key, LATER);
    assertEquals(before + 6, epoch());
    assertEquals(
        List.of(
            EventKind.ACCOUNT_OPENED,
            EventKind.KEY_CREATED,
            EventKind.KEY_CHANGED,
            EventKind.KEY_SECRET_REPLACED,
            EventKind.KEY_DISABLED,
            EventKind.KEY_ENABLED,
            EventKind.KEY_FROZEN,
            EventKind.KEY_DELETED),
        EventsOn.kinds(transactions, owner.value()));
  }

  @Test
  void an_edit_changes_what_it_says_and_nothing_else() {
    keys.disable(key, NOW);
    Restrictions limits =
        new Restrictions(List.of(), Optional.of(LATER), Optional.empty(), Optional.empty(), 10);
    keys.edit(key, new Description("robot"), Set.of(Permission.WITHDRAW_FUNDS), limits, LATER);
    ApiKey edited = in(() -> keys.find(owner, key.id())).orElseThrow();
    assertEquals("robot", edited.description());
    assertEquals(Set.of(Permission.WITHDRAW_FUNDS), edited.permissions());
    assertEquals(limits, edited.restrictions());
    assertEquals(NOW, time("createdAt"));
    assertEquals(LATER, time("modifiedAt"));
    assertFalse(edited.isEnabled());
    assertEquals(key.publicKey(), edited.publicKey());
  }

  @Test
  void a_page_that_shows_what_another_tab_has_changed_since_gives_nothing_back() {
    Set<Permission> both = Set.of(Permission.QUERY_FUNDS, Permission.WITHDRAW_FUNDS);
    keys.edit(key, new Description("bot"), both, Restrictions.none(), NOW);
    String shown = found().settingsMark();
    Restrictions home =
        new Restrictions(
            List.of(new AddressRange("192.0.2.1")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);
    keys.edit(key, new Description("bot"), Set.of(Permission.QUERY_FUNDS), home, NOW);
    long before = epoch();
    assertFalse(keys.edit(key, shown, new Description("robot"), both, Restrictions.none(), LATER));
    assertEquals("bot", found().description());
    assertEquals(Set.of(Permission.QUERY_FUNDS), found().permissions());
    assertEquals(home, found().restrictions());
    assertEquals(before, epoch());
    assertTrue(
        keys.edit(
            key,
            found().settingsMark(),
            new Description("robot"),
            Set.of(Permission.QUERY_FUNDS),
            home,
            LATER));
  }

  @Test
  void a_page_outlives_what_leaves_its_fields_alone() {
    String shown = found().settingsMark();
    keys.roll(key, HOUR, LATER);
    keys.disable(key, LATER);
    keys.enable(key, LATER);
    assertEquals(shown, found().settingsMark());
  }

  private ApiKey found() {
    return in(() -> keys.find(owner, key.id())).orElseThrow();
  }

  @Test
  void a_name_that_was_given_to_another_key_meanwhile_is_taken() {
    ApiKey shown = in(() -> keys.find(owner, key.id())).orElseThrow();
    keys.edit(key, new Description("robot"), Set.of(), Restrictions.none(), LATER);
    issue("BOT ");
    Exception refused =
        assertThrows(
            IllegalStateException.class,
            () -> keys.edit(shown, new Description("bot"), Set.of(), Restrictions.none(), LATER));
    assertInstanceOf(DescriptionTaken.class, refused.getCause());
  }

  private IssuedKey issue(String name) {
    return keys.issue(
        owner,
        Description.parse(name).orElseThrow(),
        Set.of(Permission.QUERY_FUNDS),
        Restrictions.none(),
        NOW);
  }

  private KeyNames names() {
    return new KeyNames(transactions.entities());
  }

  private <T> T in(Callable<T> work) {
    return transactions.in(work);
  }

  /** One of the times of the key that only calls are told. */
  private Instant time(String field) {
    return in(
        () ->
            transactions
                .entities()
                .createQuery("select k." + field + " from ApiKey k where k.id = :id", Instant.class)
                .setParameter("id", key.id().value())
                .getSingleResult());
  }

  private List<SigningSecret> secretsAt(Instant now) {
    return kept().openedAt(now, new SigningSecrets(vault));
  }

  private KeptSecrets kept() {
    return in(() -> KeptSecrets.of(key.id(), transactions.entities()));
  }

  private long epoch() {
    return in(
        () ->
            (Long)
                transactions
                    .entities()
                    .createNativeQuery(
                        "select epoch from api_key_call_state where api_key_id = :key", Long.class)
                    .setParameter("key", key.id().value())
                    .getSingleResult());
  }
}
