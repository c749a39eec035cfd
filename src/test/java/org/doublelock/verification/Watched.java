package org.doublelock.verification;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A data source that notes each statement it executes and each commit, in order. */
final class Watched {

  private final List<String> noted = new CopyOnWriteArrayList<>();
  private final DataSource database;
  private volatile Runnable onConnection = () -> {};
  private volatile String awaited = "";
  private volatile Deed onStatement = () -> {};

  Watched(DataSource database) {
    this.database = database;
  }

  DataSource source() {
    return wrap(
        DataSource.class,
        (method, arguments) -> {
          Object result = invoke(database, method, arguments);
          if (!(result instanceof Connection connection)) {
            return result;
          }
          onConnection.run();
          return watch(connection);
        });
  }

  /** From now on done whenever a connection is handed out, before anything is asked over it. */
  void onConnection(Runnable deed) {
    onConnection = deed;
  }

  /** Done once, before the next statement that begins so is executed. */
  void beforeNext(String beginning, Deed deed) {
    onStatement = deed;
    awaited = beginning;
  }

  private void meet(String sql) throws SQLException {
    if (!awaited.isEmpty() && sql.startsWith(awaited)) {
      awaited = "";
      onStatement.run();
    }
  }

  /** What happened since last asked: {@code update}, {@code select}, {@code commit}, … */
  List<String> noted() {
    List<String> soFar = List.copyOf(noted);
    noted.clear();
    return soFar;
  }

  private Connection watch(Connection connection) {
    return wrap(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("commit") || method.getName().equals("rollback")) {
            noted.add(method.getName());
          }
          Object result = invoke(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? watch(connection, statement, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement watch(Connection connection, PreparedStatement statement, String sql) {
    return wrap(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            meet(sql);
            noted.add(sql.strip().split(" ")[0]);
            if (connection.getAutoCommit()) {
              noted.add("commit");
            }
          }
          return invoke(statement, method, arguments);
        });
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static <T> T wrap(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            Watched.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.on(method, arguments)));
  }

  @FunctionalInterface
  interface Deed {
    void run() throws SQLException;
  }

  @FunctionalInterface
  private interface Call {
    Object on(Method method, Object[] arguments) throws Throwable;
  }
}
