package org.doublelock.server;

import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.engine.transaction.jta.platform.internal.JBossAppServerJtaPlatform;
import org.hibernate.engine.transaction.jta.platform.internal.SunOneJtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatformProvider;

/** Tells Hibernate whose transactions it takes part in, by what the server keeps in JNDI. */
public final class ServerTransactions implements JtaPlatformProvider {

  private static final Map<String, JtaPlatform> BY_NAME =
      Map.of(
          "java:appserver/TransactionManager", new SunOneJtaPlatform(),
          "java:jboss/TransactionManager", new JBossAppServerJtaPlatform());

  /** None without such a server: Hibernate then looks for itself. */
  @Override
  public JtaPlatform getProvidedJtaPlatform() {
    return BY_NAME.entrySet().stream()
        .filter(each -> isBound(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static boolean isBound(String name) {
    try {
      return new InitialContext().lookup(name) != null;
    } catch (NamingException notThisServer) {
      return false;
    }
  }
}
