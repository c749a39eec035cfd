package org.doublelock.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The server's pool of connections as it is injected everywhere: each wait for one is measured. */
@ApplicationScoped
class MeasuredPool extends ForwardingDataSource {

  @Resource(lookup = "java:app/jdbc/doublelock")
  private DataSource pool;

  @Override
  public Connection getConnection() throws SQLException {
    return PoolUse.ofThisProcess().taken(pool::getConnection);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return PoolUse.ofThisProcess().taken(() -> pool.getConnection(user, password));
  }

  @Override
  protected DataSource behind() {
    return pool;
  }
}
