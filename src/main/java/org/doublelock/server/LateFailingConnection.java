package org.doublelock.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Set;

/**
 * A connection that, when it is dead, fails at its first statement and not already where a
 * transaction begins, and with a state that says so. GlassFish's pool notes that a transaction has
 * begun before it begins one, and never checks a connection in a transaction: one that failed there
 * would be lent out for ever. WildFly's throws away what fails with one state and no other.
 */
final class LateFailingConnection implements InvocationHandler {

  /** "Connection failure" in SQL's standard: what WildFly's list of PostgreSQL's errors knows. */
  private static final String FAILURE = "08006";

  /** What a pool does before a connection's first statement and after its last. */
  private static final Set<String> TOLERATED = Set.of("setAutoCommit", "setClientInfo");

  private final Connection connection;
  private final AnswerLimit limit;

  private LateFailingConnection(Connection connection, AnswerLimit limit) {
    this.connection = connection;
    this.limit = limit;
  }

  /**
   * Takes the connection over.
   *
   * @throws SQLException when it is lost already; it is closed then
   */
  static Connection of(Connection connection) throws SQLException {
    try {
      AnswerLimit limit = new AnswerLimit(connection.getNetworkTimeout());
      return (Connection)
          Proxy.newProxyInstance(
              LateFailingConnection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              new LateFailingConnection(connection, limit));
    } catch (SQLException lost) {
      connection.close();
      throw lost;
    }
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("equals")) {
      return proxy == arguments[0];
    }
    try {
      limit.apply(connection, method.getName());
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException failed) {
      if (!connection.isClosed()) {
        throw failed.getCause();
      }
      if (TOLERATED.contains(method.getName())) {
        return null;
      }
      throw new SQLNonTransientConnectionException(
          failed.getCause().getMessage(), FAILURE, failed.getCause());
    }
  }
}
