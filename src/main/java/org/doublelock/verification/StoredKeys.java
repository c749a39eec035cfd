package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.PermissionCode;
import org.doublelock.apikey.Restrictions;
import org.doublelock.apikey.SigningSecrets;
import org.doublelock.edge.AddressRange;
import org.doublelock.function.Lease;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.secondfactor.ChosenActions;
import org.doublelock.secondfactor.FactorSecrets;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.signing.SigningSecret;
import org.doublelock.unlocking.UnlockPolicy;

/**
 * Reads all that is needed to check a key's calls by one statement, so that it is of one moment,
 * and a key's first call on a node costs one round trip for it. Many keys take one as well.
 */
@ApplicationScoped
class StoredKeys {

  private static final String SELECT =
      "select k.id, k.account_id, k.public_key, k.description, k.sealed_secret,"
          + " k.sealed_previous_secret, k.previous_secret_until, k.secret_since, k.created_at,"
          + " k.modified_at, k.disabled_at, a.disabled_at as locked_at, k.expires_at, k.query_from,"
          + " k.query_to, k.nonce_window, s.epoch, f.method, f.sealed_secret as factor_secret,"
          + " f.password_hash, f.strict_codes, f.since, c.allowed, l.until_millis, l.address,"
          + " l.amount, l.currency, "
          + lines("p.permission", "api_key_permission p", "p.permission")
          + " as permissions, "
          + lines("r.address", "api_key_address r", "r.position")
          + " as addresses, "
          + lines("x.action", "second_factor_action x", "x.action")
          + " as factor_actions, f.offered_actions, "
          + lines("y.action", "api_key_lease_action y", "y.action")
          + " as lease_actions"
          + " from api_key k"
          + " join account a on a.id = k.account_id"
          + " join api_key_call_state s on s.api_key_id = k.id"
          + " left join second_factor f on f.api_key_id = k.id"
          + " left join api_key_unlock_choice c on c.api_key_id = k.id"
          + " left join api_key_lease l on l.api_key_id = k.id and l.epoch = s.epoch"
          + " where k.deleted_at is null and ";

  private static final String READ = SELECT + "k.public_key = ?";

  private static final String READ_USABLE =
      SELECT
          + "k.id = any (?) and k.disabled_at is null and a.disabled_at is null"
          + " and (k.expires_at is null or k.expires_at > ?)";

  private static final PermissionCode PERMISSIONS = new PermissionCode();

  @Inject private DataSource database;

  private SigningSecrets signingSecrets;
  private FactorSecrets factorSecrets;
  private UnlockPolicy unlocking;
  private DatabaseHistory history;

  protected StoredKeys() {
    // for the CDI proxy
  }

  @Inject
  StoredKeys(
      SigningSecrets signingSecrets,
      FactorSecrets factorSecrets,
      UnlockPolicy unlocking,
      DatabaseHistory history) {
    this.signingSecrets = signingSecrets;
    this.factorSecrets = factorSecrets;
    this.unlocking = unlocking;
    this.history = history;
  }

  StoredKeys(
      DataSource database,
      SigningSecrets signingSecrets,
      FactorSecrets factorSecrets,
      UnlockPolicy unlocking,
      DatabaseHistory history) {
    this(signingSecrets, factorSecrets, unlocking, history);
    this.database = database;
  }

  /** Values of a key that stand in a table of their own, one in a line. */
  private static String lines(String value, String table, String order) {
    String alias = value.substring(0, 1);
    return "(select string_agg(%s, '\n' order by %s) from %s where %s.api_key_id = k.id)"
        .formatted(value, order, table, alias);
  }

  /** Empty where there is no such key. */
  Optional<KeySnapshot> read(String publicKey, Instant now) throws SQLException {
    long forkMillis = history.lastForkMillis();
    try (Connection connection = database.getConnection();
        PreparedStatement select = new Sql(READ, publicKey).prepare(connection);
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(snapshot(row, forkMillis, now)) : Optional.empty();
    }
  }

  /** Those of the keys, in any order, that calls may be made with from somewhere. */
  List<KeySnapshot> usable(List<UUID> keys, Instant now) throws SQLException {
    long forkMillis = history.lastForkMillis();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            new Sql(
                    READ_USABLE,
                    connection.createArrayOf("uuid", keys.toArray()),
                    now.atOffset(ZoneOffset.UTC))
                .prepare(connection);
        ResultSet row = select.executeQuery()) {
      List<KeySnapshot> usable = new ArrayList<>();
      while (row.next()) {
        usable.add(snapshot(row, forkMillis, now));
      }
      return usable;
    }
  }

  private KeySnapshot snapshot(ResultSet row, long forkMillis, Instant now) throws SQLException {
    ApiKeyId id = new ApiKeyId(Columns.id(row, "id"));
    Instant createdAt = Columns.time(row, "created_at").orElseThrow();
    Optional<Instant> previousUntil =
        Columns.time(row, "previous_secret_until").filter(now::isBefore);
    Optional<SecondFactor> factor = factor(id, row);
    return new KeySnapshot(
        id,
        row.getLong("epoch"),
        forkMillis,
        new AccountId(Columns.id(row, "account_id")),
        row.getString("public_key"),
        row.getString("description"),
        secrets(id, row, previousUntil.isPresent()),
        previousUntil,
        Columns.time(row, "disabled_at").isEmpty(),
        Columns.time(row, "locked_at").isPresent(),
        values(row, "permissions")
            .map(PERMISSIONS::convertToEntityAttribute)
            .collect(Collectors.toSet()),
        restrictions(row),
        createdAt,
        Columns.time(row, "secret_since").orElse(createdAt),
        Columns.time(row, "modified_at").orElseThrow(),
        factor,
        factor.isPresent() ? lease(factor.get(), row) : Optional.empty(),
        new RememberedPassword());
  }

  private List<SigningSecret> secrets(ApiKeyId id, ResultSet row, boolean withPrevious)
      throws SQLException {
    Stream<String> previous =
        withPrevious ? Stream.ofNullable(row.getString("sealed_previous_secret")) : Stream.empty();
    return Stream.concat(Stream.of(row.getString("sealed_secret")), previous)
        .map(stored -> signingSecrets.open(id, stored))
        .toList();
  }

  private static Restrictions restrictions(ResultSet row) throws SQLException {
    return new Restrictions(
        values(row, "addresses").map(AddressRange::new).toList(),
        Columns.time(row, "expires_at"),
        Columns.time(row, "query_from"),
        Columns.time(row, "query_to"),
        row.getLong("nonce_window"));
  }

  private Optional<SecondFactor> factor(ApiKeyId id, ResultSet row) throws SQLException {
    String method = row.getString("method");
    return method == null
        ? Optional.empty()
        : Optional.of(
            factorSecrets.factor(
                id,
                SecondFactorMethod.fromCode(method).orElseThrow(),
                row.getString("factor_secret"),
                row.getString("password_hash"),
                row.getBoolean("strict_codes"),
                Columns.time(row, "since").orElseThrow(),
                ChosenActions.of(
                    values(row, "factor_actions").collect(Collectors.toSet()),
                    row.getString("offered_actions"))));
  }

  /**
   * The lease that began at the key's epoch; time may have ended it. None where the deployment has
   * no leases any more, or the owner wants none.
   */
  private Optional<Lease> lease(SecondFactor factor, ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    Optional<Boolean> chosen = Columns.truth(row, "allowed");
    if (currency == null || !unlocking.admits(chosen, factor.method())) {
      return Optional.empty();
    }
    Optional<BigDecimal> amount = Optional.ofNullable(row.getBigDecimal("amount"));
    return Optional.of(
        new Lease(
            Instant.ofEpochMilli(row.getLong("until_millis")),
            Optional.of(row.getString("address")).filter(from -> !from.isEmpty()),
            values(row, "lease_actions").collect(Collectors.toSet()),
            amount.map(most -> new Lease.Bound(most, currency))));
  }

  private static Stream<String> values(ResultSet row, String column) throws SQLException {
    return Stream.ofNullable(row.getString(column)).flatMap(String::lines);
  }
}
