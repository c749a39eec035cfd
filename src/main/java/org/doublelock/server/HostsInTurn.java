package org.doublelock.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.doublelock.deadline.Deadline;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL servers of one URL, each with a time of its own to answer in. The driver's own
 * {@code loginTimeout} is one for all hosts together, so that a silent first one leaves none to the
 * second. Whichever was found last is asked first.
 */
final class HostsInTurn extends PGSimpleDataSource {

  private final List<PGSimpleDataSource> hosts = new ArrayList<>();
  private final AtomicInteger first = new AtomicInteger();

  /**
   * @param defaults properties of the driver, for what the URL does not say itself
   * @throws SQLException when the driver does not know one of them
   */
  HostsInTurn(String url, String user, String password, Map<String, String> defaults)
      throws SQLException {
    Properties parsed = Driver.parseURL(url, new Properties());
    if (parsed == null) {
      throw new SQLException("the driver does not understand the URL");
    }
    requireKnown(parsed);
    String[] names = parsed.getProperty("PGHOST").split(",");
    String[] ports = parsed.getProperty("PGPORT").split(",");
    for (int index = 0; index < names.length; index++) {
      PGSimpleDataSource host = new PGSimpleDataSource();
      host.setUrl(url);
      host.setServerNames(new String[] {names[index]});
      host.setPortNumbers(new int[] {Integer.parseInt(ports[index])});
      host.setUser(user);
      host.setPassword(password);
      for (Map.Entry<String, String> property : defaults.entrySet()) {
        if (!parsed.containsKey(property.getKey())) {
          host.setProperty(property.getKey(), property.getValue());
        }
      }
      if (names.length > 1 && !parsed.containsKey("targetServerType")) {
        host.setProperty("targetServerType", "primary"); // a standby decides nothing
      }
      requireChecked(host);
      hosts.add(host);
    }
  }

  /** The driver passes over what it does not know, and would not ask for TLS then. */
  private static void requireKnown(Properties parsed) throws SQLException {
    for (String name : parsed.stringPropertyNames()) {
      if (name.toLowerCase(Locale.ROOT).startsWith("ssl") && PGProperty.forName(name) == null) {
        throw new SQLException("the URL has a " + name + ", which the driver does not know");
      }
    }
  }

  /** Nor does it look at the authorities it is given unless it is told to verify. */
  private static void requireChecked(PGSimpleDataSource host) throws SQLException {
    String mode = host.getSslMode();
    boolean verifies =
        mode == null ? host.getSsl() : mode.toLowerCase(Locale.ROOT).startsWith("verify-");
    if (host.getSslRootCert() != null && !verifies) {
      throw new SQLException("sslrootcert counts only with sslmode verify-full or verify-ca");
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    int start = first.get();
    SQLException failure = null;
    for (int turn = 0; turn < hosts.size(); turn++) {
      if (Deadline.leftMillis().orElse(1) <= 0) {
        throw new SQLTimeoutException("no time is left to open a connection", failure);
      }
      int index = (start + turn) % hosts.size();
      try {
        Connection connection = hosts.get(index).getConnection();
        first.set(index);
        return connection;
      } catch (SQLException refused) {
        if (failure == null) {
          failure = refused;
        } else {
          failure.addSuppressed(refused);
        }
      }
    }
    throw failure;
  }
}
