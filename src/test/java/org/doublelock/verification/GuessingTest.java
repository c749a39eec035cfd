package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.Networks;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.otp.LockoutRule;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.policy.Demands;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.ChosenActions;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.signing.RequestSignature;
import org.doublelock.signing.SigningSecret;
import org.doublelock.vault.HashingLine;
import org.doublelock.vault.HashingSettings;
import org.doublelock.vault.PasswordHasher;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thief has the key and its secret, and not the second factor. */
class GuessingTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PASSWORD = "correct horse battery";
  private static final int BOUND = 3;

  private final ApiKeyId id = ApiKeyId.random();
  private final SigningSecret secret = SigningSecret.generate(RANDOM);
  private final SharedSecret shared = SharedSecret.generate(RANDOM);
  private final CountingHasher hasher = new CountingHasher();
  private final JdbcDataSource database = new JdbcDataSource();
  private long nonce = 1_000;
  private Connection open;

  @BeforeEach
  void make_the_row() throws SQLException {
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
    open = database.getConnection(); // the database lives as long as this
    try (Statement sql = open.createStatement()) {
      sql.execute(
          "create table api_key_call_state (api_key_id uuid primary key, epoch bigint not null,"
              + " last_nonce bigint not null, nonce_floor bigint not null,"
              + " failures integer not null, locked_until bigint not null,"
              + " last_time_step bigint not null, last_used_at bigint not null,"
              + " guesses_forgotten_at bigint not null,"
              + " unlocked_until bigint default 0 not null,"
              + " unlock_left numeric(38, 10) default 0 not null,"
              + " unlock_uses bigint default 0 not null)");
      sql.execute(
          "create table api_key_refused_nonce (api_key_id uuid not null, nonce bigint not null,"
              + " number bigint not null, primary key (api_key_id, nonce))");
      sql.execute(
          "insert into api_key_call_state values ('"
              + id
              + "', 1, -9223372036854775808, -9223372036854775808, 0, 0, 0, 0, 0, 0, 0, 0)");
    }
  }

  @AfterEach
  void drop_the_database() throws SQLException {
    open.close();
  }

  @Test
  void a_call_that_needs_no_factor_leaves_the_count_of_wrong_ones() throws SQLException {
    VerificationService node = node(totp(Set.of("Withdraw")), "selected");
    assertRefused(Refusal.OTP_WRONG, node.verify(call("Withdraw", ++nonce, "no code"), NOW));
    assertAccepted(node.verify(call("Balance", ++nonce, null), NOW));
    assertEquals(1, read("failures"));
  }

  @Test
  void calls_that_need_no_factor_do_not_buy_more_guesses() {
    VerificationService node = node(totp(Set.of("Withdraw")), "selected");
    for (int guess = 0; guess < BOUND; guess++) {
      assertRefused(Refusal.OTP_WRONG, node.verify(call("Withdraw", ++nonce, "no code"), NOW));
      node.verify(call("Balance", ++nonce, null), NOW);
    }
    assertRefused(Refusal.KEY_LOCKED, node.verify(call("Withdraw", ++nonce, rightCode()), NOW));
  }

  @Test
  void a_right_code_resets_the_count_of_wrong_ones() throws SQLException {
    VerificationService node = node(totp(Set.of()), "all-calls");
    assertRefused(Refusal.OTP_WRONG, node.verify(call("Balance", ++nonce, "no code"), NOW));
    assertAccepted(node.verify(call("Balance", ++nonce, rightCode()), NOW));
    assertEquals(0, read("failures"));
  }

  @Test
  void a_remembered_password_with_an_old_nonce_takes_as_long_as_a_wrong_one() {
    VerificationService node = node(password(), "all-calls");
    assertAccepted(node.verify(call("Balance", ++nonce, PASSWORD), NOW));
    int before = hasher.checks.get();
    assertRefused(Refusal.OLD_NONCE, node.verify(call("Balance", nonce, "a wrong guess"), NOW));
    int forWrong = hasher.checks.get() - before;
    assertRefused(Refusal.OLD_NONCE, node.verify(call("Balance", nonce, PASSWORD), NOW));
    assertEquals(forWrong, hasher.checks.get() - before - forWrong);
  }

  @Test
  void a_locked_key_hashes_no_password_right_or_wrong() {
    VerificationService node = node(password(), "all-calls");
    assertAccepted(node.verify(call("Balance", ++nonce, PASSWORD), NOW));
    for (int guess = 0; guess < BOUND; guess++) {
      node.verify(call("Balance", ++nonce, "a wrong guess"), NOW);
    }
    int before = hasher.checks.get();
    assertRefused(Refusal.KEY_LOCKED, node.verify(call("Balance", ++nonce, "one more"), NOW));
    assertRefused(Refusal.KEY_LOCKED, node.verify(call("Balance", ++nonce, PASSWORD), NOW));
    assertEquals(before, hasher.checks.get());
  }

  @Test
  void a_remembered_password_costs_no_slow_hash() {
    VerificationService node = node(password(), "all-calls");
    assertAccepted(node.verify(call("Balance", ++nonce, PASSWORD), NOW));
    int before = hasher.checks.get();
    assertAccepted(node.verify(call("Balance", ++nonce, PASSWORD), NOW));
    assertEquals(before, hasher.checks.get());
  }

  private SecondFactor totp(Set<String> actions) {
    return new SecondFactor.Totp(shared, false, NOW, ChosenActions.of(actions, null));
  }

  private SecondFactor password() {
    return new SecondFactor.StaticPassword(
        hasher.hash(PASSWORD).text(), NOW, ChosenActions.of(Set.of(), null));
  }

  private String rightCode() {
    return TotpVerifier.generate(shared, TimeStep.at(NOW)).read();
  }

  private VerificationService node(SecondFactor factor, String policy) {
    KeySnapshot key =
        new KeySnapshot(
            id,
            1,
            0,
            new AccountId(UUID.randomUUID()),
            "public",
            "a key",
            List.of(secret),
            Optional.empty(),
            true,
            false,
            Set.of(),
            Restrictions.none(),
            NOW,
            NOW,
            NOW,
            Optional.of(factor),
            Optional.empty(),
            new RememberedPassword());
    FunctionRegistry functions =
        new FunctionRegistry(
            List.<PrivateFunction>of(new Function("Balance"), new Function("Withdraw")));
    return new VerificationService(
        new OneKey(key),
        new CallStates(database, new DatabaseHistory(Clock.systemUTC())),
        new SecondFactorCheck(hasher, new ActionPolicy(policy)),
        new CallRates(1_000, 1),
        new AddressLockouts(new Networks(64), 1_000, 5),
        functions,
        Installation.unread(),
        new HistoryFloor(new DatabaseHistory(Clock.systemUTC())),
        Demands.none(),
        new LockoutRule(BOUND, Duration.ofMinutes(15)));
  }

  private SignedCall call(String function, long number, String otp) {
    String text = "nonce=" + number + (otp == null ? "" : "&otp=" + otp.replace(' ', '+'));
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String path = "/0/private/" + function;
    return new SignedCall(
        path,
        function,
        Optional.of("public"),
        Optional.of(RequestSignature.of(secret, path, "" + number, body).toBase64()),
        Optional.empty(),
        body,
        "192.0.2.7");
  }

  private long read(String column) throws SQLException {
    try (Statement sql = open.createStatement();
        ResultSet row = sql.executeQuery("select " + column + " from api_key_call_state")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void assertAccepted(Verdict verdict) {
    assertTrue(verdict instanceof Verdict.Accepted, verdict::toString);
  }

  private static void assertRefused(Refusal reason, Verdict verdict) {
    assertEquals(new Verdict.Refused(reason), verdict);
  }

  private static final class OneKey extends KeySnapshots {

    private final KeySnapshot key;

    OneKey(KeySnapshot key) {
      this.key = key;
    }

    @Override
    Optional<KeySnapshot> remembered(String publicKey) {
      return Optional.of(key);
    }

    @Override
    Optional<KeySnapshot> read(String publicKey, Instant now) {
      return Optional.of(key);
    }
  }

  private static final class CountingHasher extends PasswordHasher {

    private final AtomicInteger checks = new AtomicInteger();

    CountingHasher() {
      super(HashingSettings.usual(), () -> false);
    }

    @Override
    public boolean verify(String password, String hash, HashingLine line) {
      checks.incrementAndGet();
      return super.verify(password, hash, line);
    }
  }

  private record Function(String name) implements PrivateFunction {

    @Override
    public AccessRule access() {
      return AccessRule.open();
    }

    @Override
    public PermissionGroup group() {
      return PermissionGroup.FUNDING;
    }

    @Override
    public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
  }
}
