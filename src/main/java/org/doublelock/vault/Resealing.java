package org.doublelock.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Seals anew, with the key that seals now, what older keys sealed. Row by row and in any number of
 * runs: what is left is told by the rows themselves. A row that somebody changes meanwhile is
 * theirs. One that does not open is passed over and stays among what is left.
 */
public final class Resealing {

  private static final Logger LOG = Logger.getLogger(Resealing.class.getName());
  private static final int BATCH = 200;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final DataSource database;
  private final SecretVault vault;

  public Resealing(DataSource database, SecretVault vault) {
    this.database = database;
    this.vault = vault;
  }

  private record Sealed(UUID id, UUID owner, String secret) {}

  /**
   * Makes sure that this node has every key in use, and notes the one it seals with.
   *
   * @throws IllegalStateException when it lacks one: its keyset is older than the database, or
   *     another's
   */
  public void requireEveryKey(Instant now) throws SQLException {
    try (Connection connection = database.getConnection()) {
      List<Long> used = new ArrayList<>();
      try (PreparedStatement select =
              connection.prepareStatement("select key_id from sealing_key");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          used.add(rows.getLong(1));
        }
      }
      for (long key : used) {
        if (!vault.hasKey(key)) {
          throw new IllegalStateException(
              "secrets in this database are sealed with key "
                  + key
                  + ", which the keyset ("
                  + vault.place()
                  + ") does not have: it is older than the database, or another installation's");
        }
      }
      if (!used.contains(vault.primaryKey())) {
        note(connection, now);
      }
    }
  }

  /** Another node may be as quick. */
  private void note(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into sealing_key (key_id, first_used_at) select ?, ? from (select 1 as one) as x"
                + " where not exists (select 1 from sealing_key where key_id = ?)")) {
      insert.setLong(1, vault.primaryKey());
      insert.setObject(2, now.atOffset(ZoneOffset.UTC));
      insert.setLong(3, vault.primaryKey());
      insert.executeUpdate();
    } catch (SQLException refused) {
      if (refused.getSQLState() == null || !refused.getSQLState().startsWith("23")) {
        throw refused;
      }
    }
  }

  /** How many secrets an older key sealed. */
  public long left() throws SQLException {
    long left = 0;
    try (Connection connection = database.getConnection()) {
      for (SealedColumn column : SealedColumn.ALL) {
        try (PreparedStatement count =
            connection.prepareStatement(
                "select count(*) from "
                    + column.table()
                    + " where "
                    + column.isFilled()
                    + " and "
                    + column.column()
                    + " not like ?")) {
          count.setString(1, vault.primaryPrefix() + "%");
          try (ResultSet row = count.executeQuery()) {
            row.next();
            left += row.getLong(1);
          }
        }
      }
    }
    return left;
  }

  /**
   * Goes through all secrets once.
   *
   * @return how many it sealed anew; 0 means that there is nothing left to do for it. Then older
   *     keys are forgotten as keys in use, or the log tells which secret does not open
   */
  public long run() throws SQLException {
    long resealed = 0;
    List<String> broken = new ArrayList<>();
    for (SealedColumn column : SealedColumn.ALL) {
      UUID after = BEFORE_ALL;
      List<Sealed> batch = read(column, after);
      while (!batch.isEmpty()) {
        resealed += reseal(column, batch, broken);
        after = batch.get(batch.size() - 1).id();
        batch = read(column, after);
      }
    }
    if (resealed == 0 && broken.isEmpty()) {
      forgetOlderKeys();
    } else if (resealed == 0) {
      LOG.log(
          Level.WARNING,
          "{0} sealed secrets do not open and stay as they are, such as {1}",
          new Object[] {broken.size(), broken.get(0)});
    }
    return resealed;
  }

  private List<Sealed> read(SealedColumn column, UUID after) throws SQLException {
    String query =
        "select %s, %s, %s from %s where %s > ? and %s order by %s fetch first %s rows only"
            .formatted(
                column.id(),
                column.owner(),
                column.column(),
                column.table(),
                column.id(),
                column.isFilled(),
                column.id(),
                Integer.toString(BATCH));
    List<Sealed> batch = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, after);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          batch.add(
              new Sealed(
                  rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getString(3)));
        }
      }
    }
    return batch;
  }

  private long reseal(SealedColumn column, List<Sealed> batch, List<String> broken)
      throws SQLException {
    String update =
        "update %s set %s = ? where %s = ? and %s = ?"
            .formatted(column.table(), column.column(), column.id(), column.column());
    long resealed = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(update)) {
      for (Sealed row : batch) {
        String boundTo = column.boundTo() + row.owner();
        try {
          Optional<String> anew = anew(row.secret(), boundTo);
          if (anew.isPresent()) {
            statement.setString(1, anew.get());
            statement.setObject(2, row.id());
            statement.setString(3, row.secret());
            statement.executeUpdate();
            resealed++;
          }
        } catch (BrokenSeal | IllegalArgumentException unopened) {
          broken.add(boundTo);
        }
      }
    }
    return resealed;
  }

  /** Empty where the key that seals now has sealed it. */
  private Optional<String> anew(String secret, String boundTo) {
    byte[] sealed = Base64.getDecoder().decode(secret);
    return vault.sealedWithPrimary(sealed)
        ? Optional.empty()
        : Optional.of(
            Base64.getEncoder().encodeToString(vault.seal(vault.open(sealed, boundTo), boundTo)));
  }

  private void forgetOlderKeys() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from sealing_key where key_id <> ?")) {
      delete.setLong(1, vault.primaryKey());
      delete.executeUpdate();
    }
  }
}
