package org.doublelock.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Two nodes on one PostgreSQL, all of which a test may kill, and what is on disk of their keys. */
abstract class TwoKillableNodes {

  static CrashingPostgres postgres;
  static Nodes nodes;
  private static BrowserContext context;
  static Page page;
  static Owner owner;
  static ApiClient one;
  static ApiClient other;

  @BeforeAll
  static void start() throws Exception {
    postgres = new CrashingPostgres();
    nodes = new Nodes(postgres.settings());
    context = Chromium.window();
    page = context.newPage();
    one = new ApiClient(nodes.first().base());
    other = new ApiClient(nodes.second().base());
  }

  /** Anew for each, since together they may take longer than a confirmation is fresh. */
  @BeforeEach
  void sign_in() {
    owner = Owner.signIn(page, nodes.first());
  }

  @AfterAll
  static void stop() throws Exception {
    if (context != null) {
      context.close();
    }
    if (nodes != null) {
      nodes.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  static TestKey keyWithWindow() {
    return keyWithWindow(List.of("Query funds"));
  }

  static TestKey keyWithWindow(List<String> permissions) {
    return owner.createKey(
        permissions,
        () -> {
          owner.page().getByText("More limits").click();
          owner.page().getByLabel("Nonce window").fill("1000000");
        });
  }

  static long lastNonce(TestKey key) throws SQLException {
    try (Connection connection = postgres.connect();
        PreparedStatement select =
            connection.prepareStatement(
                "select s.last_nonce from api_key_call_state s join api_key k"
                    + " on k.id = s.api_key_id where k.public_key = ?")) {
      select.setString(1, key.publicKey());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1) ^ Long.MIN_VALUE;
      }
    }
  }

  /** What is left of the key's lease, in whole dollars, and how often it was used. */
  static long[] leaseOf(TestKey key) throws SQLException {
    try (Connection connection = postgres.connect();
        PreparedStatement select =
            connection.prepareStatement(
                "select s.unlock_left, s.unlock_uses from api_key_call_state s join api_key k"
                    + " on k.id = s.api_key_id where k.public_key = ?")) {
      select.setString(1, key.publicKey());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new long[] {row.getBigDecimal(1).longValueExact(), row.getLong(2)};
      }
    }
  }
}
