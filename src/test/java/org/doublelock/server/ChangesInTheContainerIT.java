package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.BearerToken;
import org.doublelock.account.UserName;
import org.doublelock.account.session.Visitor;
import org.doublelock.account.signin.SignIn;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.DescriptionTaken;
import org.doublelock.apikey.IssuedKey;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.secondfactor.ChosenActions;
import org.doublelock.secondfactor.Confirmation;
import org.doublelock.secondfactor.Enrolment;
import org.doublelock.secondfactor.Enrolments;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.vault.HashingLine;
import org.doublelock.vault.PasswordHash;
import org.doublelock.vault.PasswordHasher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What needs the server's own transactions, injection and persistence, in the built WAR. */
@ExtendWith(ArquillianExtension.class)
class ChangesInTheContainerIT {

  private static final String PASSWORD = "a lantern above the harbour";
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static final Visitor VISITOR = new Visitor("192.0.2.7", "a browser", Optional.empty());

  private final BearerToken session = BearerToken.random();

  @Inject private Accounts accounts;
  @Inject private SignIn signIn;
  @Inject private PasswordHasher passwords;
  @Inject private ApiKeys keys;
  @Inject private Enrolments enrolments;
  @Inject private SecondFactors factors;

  @Resource(lookup = "java:app/jdbc/doublelock")
  private DataSource database;

  @Resource private UserTransaction transaction;

  private AccountId owner;
  private UserName name;

  @Deployment
  static WebArchive application() throws IOException {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/doublelock.war"))
        .setWebXML(new StringAsset(withoutGuard()));
  }

  /** The guard would ask the test's own calls to sign in. */
  private static String withoutGuard() throws IOException {
    String descriptor = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
    String mapping = "(?s)<filter-mapping>\\s*<filter-name>sign-in-guard.*?</filter-mapping>";
    assertTrue(descriptor.matches("(?s).*" + mapping + ".*"));
    return descriptor.replaceFirst(mapping, "");
  }

  @BeforeEach
  void open_an_account() {
    name = new UserName("person-" + UUID.randomUUID());
    owner = accounts.open(name, passwords.hash(PASSWORD), NOW).id();
  }

  @Test
  void ten_wrong_passwords_keep_even_the_right_one_waiting() {
    assertTrue(signIn.check(name.text(), PASSWORD, VISITOR, NOW).isPresent());
    for (int attempt = 0; attempt < 10; attempt++) {
      assertTrue(signIn.check(name.text(), "not " + attempt, VISITOR, NOW).isEmpty());
    }
    assertTrue(signIn.check(name.text(), PASSWORD, VISITOR, NOW).isEmpty());
    assertTrue(
        signIn.check(name.text(), PASSWORD, VISITOR, NOW.plus(Duration.ofHours(2))).isPresent());
  }

  @Test
  void nothing_computes_a_slow_hash_in_a_transaction() throws Exception {
    PasswordHash hash = passwords.hash(PASSWORD);
    transaction.begin();
    try {
      assertThrows(IllegalStateException.class, () -> passwords.hash(PASSWORD));
      assertThrows(
          IllegalStateException.class,
          () -> passwords.verify(PASSWORD, hash.text(), HashingLine.KNOWN));
      assertThrows(EJBException.class, () -> signIn.check(name.text(), PASSWORD, VISITOR, NOW));
      assertThrows(EJBException.class, () -> signIn.confirm(owner, PASSWORD, VISITOR, NOW));
      assertThrows(EJBException.class, () -> accounts.hasPassword(owner, PASSWORD));
      ApiKeyId nobodys = new ApiKeyId(UUID.randomUUID());
      assertThrows(EJBException.class, () -> factors.confirm(nobodys, PASSWORD, NOW));
    } finally {
      transaction.rollback();
    }
    assertTrue(passwords.verify(PASSWORD, hash.text(), HashingLine.KNOWN));
  }

  @Test
  void a_taken_description_changes_nothing() throws Exception {
    IssuedKey first = issue("First");
    IssuedKey second = issue("Second");
    long epoch = epoch(second.key().id());
    assertThrows(
        DescriptionTaken.class,
        () ->
            keys.edit(
                second.key(),
                second.key().settingsMark(),
                new Description("FIRST"),
                Set.copyOf(Permission.builtIn()),
                Restrictions.none(),
                NOW));
    assertEquals("Second", keys.find(owner, second.key().id()).orElseThrow().description());
    assertEquals(
        Set.of(Permission.QUERY_FUNDS),
        keys.find(owner, second.key().id()).orElseThrow().permissions());
    assertEquals(epoch, epoch(second.key().id()));
    keys.delete(first.key(), NOW);
    issue("First");
  }

  @Test
  void every_change_of_a_key_raises_its_epoch() throws Exception {
    IssuedKey issued = issue("Changing");
    ApiKeyId id = issued.key().id();
    long epoch = epoch(id);
    keys.disable(issued.key(), NOW);
    assertEquals(++epoch, epoch(id));
    keys.enable(issued.key(), NOW);
    assertEquals(++epoch, epoch(id));
    assertNotEquals(issued.secret(), keys.roll(issued.key(), Duration.ZERO, NOW).secret());
    assertEquals(++epoch, epoch(id));
    enrolWithApp(issued);
    assertEquals(++epoch, epoch(id));
    factors.remove(id);
    assertEquals(++epoch, epoch(id));
    keys.delete(issued.key(), NOW);
    assertEquals(++epoch, epoch(id));
    assertTrue(keys.find(owner, id).isEmpty());
  }

  @Test
  void secrets_stand_in_the_database_sealed() throws Exception {
    IssuedKey issued = issue("Sealed");
    enrolWithApp(issued);
    assertFalse(
        column("select sealed_secret from api_key where id = ?", issued.key().id())
            .contains(issued.secret().readBase64().substring(0, 20)));
    assertTrue(
        column("select sealed_secret from second_factor where api_key_id = ?", issued.key().id())
                .length()
            > 40);
    keys.delete(issued.key(), NOW);
    assertTrue(factors.of(issued.key().id()).isEmpty(), "and go with the key");
  }

  @Test
  void an_enrolment_lapses_after_a_quarter_of_an_hour() throws Exception {
    IssuedKey issued = issue("Lapsing");
    ApiKeyId id = issued.key().id();
    enrolments.begin(issued.key(), SecondFactorMethod.PASSWORD, Optional.empty(), session, NOW);
    assertEquals(
        Confirmation.CONFIRMED,
        enrolments.confirmPassword(id, session, passwords.hash(PASSWORD + "s"), NOW));
    Instant late = NOW.plus(Duration.ofMinutes(15));
    assertTrue(enrolments.current(id, session, late.minusMillis(1)).isPresent());
    assertTrue(enrolments.current(id, session, late).isEmpty());
    assertFalse(enrolments.complete(id, session, ChosenActions.of(Set.of(), null), false, late));
    assertTrue(factors.of(id).isEmpty());
  }

  @Test
  void an_unconfirmed_enrolment_cannot_be_completed() throws Exception {
    IssuedKey issued = issue("Unconfirmed");
    enrolments.begin(issued.key(), SecondFactorMethod.TOTP, Optional.empty(), session, NOW);
    assertFalse(
        enrolments.complete(
            issued.key().id(), session, ChosenActions.of(Set.of(), null), false, NOW));
    assertEquals(
        Confirmation.NOTHING_TO_CONFIRM,
        enrolments.confirmPassword(issued.key().id(), session, passwords.hash(PASSWORD), NOW));
    assertTrue(factors.of(issued.key().id()).isEmpty());
  }

  @Test
  void another_account_does_not_find_the_key() throws Exception {
    IssuedKey issued = issue("Mine");
    AccountId other = AccountId.random();
    assertEquals(Optional.empty(), keys.find(other, issued.key().id()));
    assertEquals(Optional.empty(), keys.find(other, issued.key().id().toString()));
    assertEquals(Optional.empty(), keys.find(owner, "no id"));
  }

  private IssuedKey issue(String description) throws DescriptionTaken {
    return keys.issue(
        owner,
        new Description(description),
        Set.of(Permission.QUERY_FUNDS),
        Restrictions.none(),
        NOW);
  }

  private void enrolWithApp(IssuedKey issued) {
    ApiKeyId id = issued.key().id();
    assertTrue(
        enrolments.begin(issued.key(), SecondFactorMethod.TOTP, factors.of(id), session, NOW));
    Enrolment.AwaitingCode awaiting =
        assertInstanceOf(
            Enrolment.AwaitingCode.class, enrolments.current(id, session, NOW).orElseThrow());
    String code = TotpVerifier.generate(awaiting.secret(), TimeStep.at(NOW)).read();
    assertEquals(Confirmation.CONFIRMED, enrolments.confirmCode(id, session, code, NOW));
    assertTrue(
        enrolments.complete(id, session, ChosenActions.of(Set.of("Balance"), null), false, NOW));
    assertEquals(Confirmation.USED, factors.confirm(id, code, NOW));
  }

  private long epoch(ApiKeyId key) throws SQLException {
    return Long.parseLong(column("select epoch from api_key_call_state where api_key_id = ?", key));
  }

  private String column(String sql, ApiKeyId key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, key.value());
      try (ResultSet row = select.executeQuery()) {
        assertTrue(row.next());
        return row.getString(1);
      }
    }
  }
}
