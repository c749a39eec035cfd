package org.doublelock.activity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that gives no connection while it is away. */
final class SometimesAway {

  private SometimesAway() {}

  static DataSource of(DataSource database, boolean[] away) {
    return (DataSource)
        Proxy.newProxyInstance(
            SometimesAway.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (away[0] && method.getReturnType() == Connection.class) {
                throw new SQLException("away");
              }
              try {
                return method.invoke(database, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
