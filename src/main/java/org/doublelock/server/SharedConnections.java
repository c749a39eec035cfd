package org.doublelock.server;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.engine.jdbc.connections.internal.DatasourceConnectionProviderImpl;

/** Has Hibernate take the server's connections, and pages no more of them than their share. */
public final class SharedConnections extends DatasourceConnectionProviderImpl {

  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  private transient PagesShare share;
  private transient volatile TransactionSynchronizationRegistry registry;

  @Override
  public void configure(Map<String, Object> settings) {
    super.configure(settings);
    share = PagesShare.configured(this::registry, Settings.now());
  }

  @Override
  public Connection getConnection() throws SQLException {
    return PoolUse.ofThisProcess().taken(this::take);
  }

  private Connection take() throws SQLException {
    share.take();
    return super.getConnection();
  }

  /** Looked up by the first page, since not every server has it when persistence begins. */
  private TransactionSynchronizationRegistry registry() {
    if (registry == null) {
      try {
        registry = InitialContext.doLookup(REGISTRY);
      } catch (NamingException missing) {
        throw new IllegalStateException("the server has no registry of transactions", missing);
      }
    }
    return registry;
  }
}
