package org.doublelock;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.doublelock.account.session.ActingSession;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.QuickHashes;
import org.hibernate.SessionFactory;

/**
 * What a container does around an EJB's methods, on a migrated database: a transaction where there
 * is none, and an entity manager for as long as it lasts.
 */
public final class Transactions implements AutoCloseable {

  private final DataSource database;
  private final boolean inMemory;
  private final SessionFactory factory;
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
  private final ActingSession acting = new ActingSession();

  public Transactions(DataSource database) {
    this.database = database;
    MigratedSchema.on(database);
    inMemory = MigratedSchema.isInMemory(database);
    factory = EntitiesOn.sameKindAs(database);
  }

  /** The browser session that everything is asked for in; none until one is begun. */
  public ActingSession acting() {
    return acting;
  }

  /** The entity manager of the transaction that the caller is in. */
  public EntityManager entities() {
    return (EntityManager)
        Proxy.newProxyInstance(
            Transactions.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(current.get(), arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  /** Does the work in the transaction there is, or in one of its own. */
  public <T> T in(Callable<T> work) {
    if (current.get() != null) {
      return call(work);
    }
    try {
      return EntitiesOn.transact(
          database,
          factory,
          entities -> {
            current.set(entities);
            return call(work);
          });
    } finally {
      current.remove();
    }
  }

  /** Whether the calling thread is in one. */
  public boolean isActive() {
    return current.get() != null;
  }

  /** How slow hashes are computed without a container: as there, never in a transaction. */
  public PasswordHasher passwords() {
    return QuickHashes.outside(this::isActive);
  }

  /** How many statements were sent to databases of that kind so far. */
  public long statements() {
    return factory.getStatistics().getPrepareStatementCount();
  }

  private static <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException unexpected) {
      throw unexpected;
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @Override
  public void close() {
    if (inMemory) { // a server of the test's own may have ended before
      MigratedSchema.drop(database);
    }
  }
}
