package org.doublelock.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Which keys calls are made with, as the end of the call log tells it. */
@ApplicationScoped
public class LatestCallers {

  /**
   * How much of the log is read: its entries lie in the order of their numbers, so that is cheap
   * however long the log is and however many keys there are.
   */
  private static final int ENTRIES = 50_000;

  private static final String READ =
      "select api_key_id from (select id, api_key_id, refusal from call_log order by id desc"
          + " fetch first "
          + ENTRIES
          + " rows only) latest where refusal = '' group by api_key_id order by max(id) desc"
          + " fetch first ? rows only";

  @Inject private DataSource database;

  protected LatestCallers() {
    // for the CDI proxy
  }

  public LatestCallers(DataSource database) {
    this.database = database;
  }

  /**
   * The keys that calls were accepted of most lately, the latest first; refused calls do not count.
   * Some of them may have been deleted since.
   *
   * @param most how many at most; fewer where the end of the log tells of fewer
   */
  public List<UUID> keys(int most) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(READ)) {
      select.setInt(1, most);
      try (ResultSet row = select.executeQuery()) {
        List<UUID> keys = new ArrayList<>();
        while (row.next()) {
          keys.add(row.getObject(1, UUID.class));
        }
        return keys;
      }
    }
  }
}
