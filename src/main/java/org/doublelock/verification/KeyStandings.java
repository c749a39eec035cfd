package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.AddressRange;
import org.doublelock.signing.PublicKey;

/**
 * Reads a key's standing by one statement, whether there is such a key or not: an unauthenticated
 * caller must not tell by the time which keys exist. So nothing of a key that is refused is
 * remembered either.
 */
@ApplicationScoped
class KeyStandings {

  private static final String READ =
      "select k.id, k.account_id, k.disabled_at, k.expires_at, a.disabled_at as locked_at, r.address"
          + " from api_key k join account a on a.id = k.account_id"
          + " left join api_key_address r on r.api_key_id = k.id"
          + " where k.public_key = ? and k.deleted_at is null";

  @Inject private DataSource database;

  protected KeyStandings() {
    // for the CDI proxy
  }

  KeyStandings(DataSource database) {
    this.database = database;
  }

  /** Empty where there is no such key. */
  Optional<KeyStanding> of(String publicKey) throws SQLException {
    if (!PublicKey.isWrittenLike(publicKey)) {
      return Optional.empty(); // texts that are no key stay away from the database
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(READ)) {
      select.setString(1, publicKey);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static KeyStanding read(ResultSet row) throws SQLException {
    ApiKeyId id = new ApiKeyId(Columns.id(row, "id"));
    AccountId owner = new AccountId(Columns.id(row, "account_id"));
    boolean enabled = Columns.time(row, "disabled_at").isEmpty();
    Optional<Instant> expiresAt = Columns.time(row, "expires_at");
    boolean ownerLocked = Columns.time(row, "locked_at").isPresent();
    List<AddressRange> addresses = new ArrayList<>();
    do {
      String address = row.getString("address");
      if (address != null) {
        addresses.add(new AddressRange(address));
      }
    } while (row.next());
    return new KeyStanding(
        id,
        owner,
        enabled,
        ownerLocked,
        new Restrictions(addresses, expiresAt, Optional.empty(), Optional.empty(), 0));
  }
}
