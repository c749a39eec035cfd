package org.doublelock.server;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * How PostgreSQL is spoken to. Every wait ends by itself: a server that is down, stopped or cut off
 * is an error within these bounds, never a thread that hangs. What the URL itself says wins.
 */
record PostgresqlSettings(
    int connectSeconds,
    int answerSeconds,
    int statementSeconds,
    int lockSeconds,
    ConnectionPooler pooler,
    Map<String, String> tls) {

  private static final int MAX_SECONDS = 3600;

  static PostgresqlSettings from(Config config) {
    Map<String, String> tls = new TreeMap<>();
    for (String option : new String[] {"sslmode", "sslrootcert", "sslcert", "sslkey"}) {
      config
          .getOptionalValue("doublelock.db." + option, String.class)
          .ifPresent(value -> tls.put(option, value));
    }
    return new PostgresqlSettings(
        seconds(config, "doublelock.db.connect-timeout-seconds", 3),
        seconds(config, "doublelock.db.answer-timeout-seconds", 15),
        seconds(config, "doublelock.db.statement-timeout-seconds", 10),
        seconds(config, "doublelock.db.lock-timeout-seconds", 5),
        ConnectionPooler.of(config),
        Map.copyOf(tls));
  }

  private static int seconds(Config config, String name, int standard) {
    int seconds = config.getOptionalValue(name, Integer.class).orElse(standard);
    if (seconds < 0 || seconds > MAX_SECONDS) {
      throw new IllegalArgumentException(name + " is 0, for no limit, to " + MAX_SECONDS);
    }
    return seconds;
  }

  /** The same without limits on how long a statement takes, for changes of the schema. */
  PostgresqlSettings unhurried() {
    return new PostgresqlSettings(connectSeconds, 0, 0, 0, pooler, tls);
  }

  DataSource open(String url, String user, String password) throws SQLException {
    Map<String, String> properties = new TreeMap<>(tls);
    properties.put("ApplicationName", "doublelock");
    properties.put("tcpKeepAlive", "true");
    properties.put("connectTimeout", String.valueOf(connectSeconds));
    properties.put("loginTimeout", String.valueOf(connectSeconds));
    properties.put("socketTimeout", String.valueOf(answerSeconds));
    if (pooler.takesSessionSettings()) {
      properties.put(
          "options",
          String.format(
              Locale.ROOT,
              "-c statement_timeout=%ds -c lock_timeout=%ds",
              statementSeconds,
              lockSeconds));
    }
    if (!pooler.keepsPreparedStatements()) {
      properties.put("prepareThreshold", "0");
    }
    return new HostsInTurn(url, user, password, properties);
  }
}
