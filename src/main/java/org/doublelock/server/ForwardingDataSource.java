package org.doublelock.server;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that stands before another one, and differs in how a connection is had. */
abstract class ForwardingDataSource implements DataSource {

  /** The one that it stands before. */
  protected abstract DataSource behind();

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return behind().getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    behind().setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    behind().setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return behind().getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return behind().getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(behind()) ? type.cast(behind()) : behind().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(behind()) || behind().isWrapperFor(type);
  }
}
