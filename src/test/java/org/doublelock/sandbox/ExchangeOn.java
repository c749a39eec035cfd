package org.doublelock.sandbox;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** The exchange without a container, on a migrated database of its own. */
public final class ExchangeOn extends Exchange implements AutoCloseable {

  private static final Iterable<JavaClass> ENTITIES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.doublelock.sandbox")
          .that(annotatedWith(Entity.class));

  private final DataSource dataSource;
  private final EntityManagerFactory factory;

  public ExchangeOn(DataSource dataSource) {
    this.dataSource = dataSource;
    Flyway.configure().dataSource(dataSource).load().migrate();
    Configuration configuration = new Configuration();
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
    configuration.getProperties().put(AvailableSettings.JSON_FORMAT_MAPPER, new NoJsonColumns());
    configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "validate");
    for (JavaClass entity : ENTITIES) {
      configuration.addAnnotatedClass(entity.reflect());
    }
    factory = configuration.buildSessionFactory();
  }

  /** A fresh database in memory, gone when the test ends. */
  public static ExchangeOn memory() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    return new ExchangeOn(JdbcConnectionPool.create(url, "sa", ""));
  }

  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public <T> T perform(Function<EntityManager, T> work) {
    try (EntityManager database = factory.createEntityManager()) {
      database.getTransaction().begin();
      try {
        T result = work.apply(database);
        database.getTransaction().commit();
        return result;
      } finally {
        if (database.getTransaction().isActive()) {
          database.getTransaction().rollback();
        }
      }
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
