package org.doublelock;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.doublelock.account.session.ActingSession;
import org.doublelock.sandbox.NoJsonColumns;
import org.doublelock.vault.HashingSettings;
import org.doublelock.vault.PasswordHasher;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/**
 * What a container does around an EJB's methods, on a migrated database: a transaction where there
 * is none, and an entity manager for as long as it lasts.
 */
public final class Transactions implements AutoCloseable {

  private static final Iterable<JavaClass> ENTITIES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.doublelock")
          .that(annotatedWith(Entity.class));

  private final EntityManagerFactory factory;
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
  private final ActingSession acting = new ActingSession();

  public Transactions(DataSource dataSource) {
    Flyway.configure().dataSource(dataSource).load().migrate();
    Configuration configuration = new Configuration();
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
    configuration.getProperties().put(AvailableSettings.JSON_FORMAT_MAPPER, new NoJsonColumns());
    configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "validate");
    configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
    configuration.setProperty(
        AvailableSettings.PHYSICAL_NAMING_STRATEGY,
        CamelCaseToUnderscoresNamingStrategy.class.getName());
    configuration.setProperty(AvailableSettings.DEFAULT_BATCH_FETCH_SIZE, "100");
    configuration.setProperty(AvailableSettings.GENERATE_STATISTICS, "true");
    for (JavaClass entity : ENTITIES) {
      configuration.addAnnotatedClass(entity.reflect());
    }
    factory = configuration.buildSessionFactory();
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
    try (EntityManager entities = factory.createEntityManager()) {
      current.set(entities);
      entities.getTransaction().begin();
      try {
        T result = call(work);
        entities.getTransaction().commit();
        return result;
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
      }
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
    return new PasswordHasher(new HashingSettings(Optional.empty(), 200, 60_000), this::isActive);
  }

  /** How many statements were sent to the database so far. */
  public long statements() {
    return factory.unwrap(SessionFactory.class).getStatistics().getPrepareStatementCount();
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
    factory.close();
  }
}
