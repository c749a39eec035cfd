package org.doublelock.sandbox;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** The exchange without a container, on a migrated database. */
public final class ExchangeOn extends Exchange implements AutoCloseable {

  private static final Iterable<JavaClass> ENTITIES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.doublelock.sandbox")
          .that(annotatedWith(Entity.class));

  private static final List<String> TABLES =
      List.of(
          "exchange_posting",
          "exchange_movement",
          "exchange_ledger_entry",
          "exchange_balance",
          "exchange_export_part",
          "exchange_export",
          "exchange_order_amend",
          "exchange_cancel_after",
          "exchange_trade",
          "exchange_order",
          "exchange_deposit",
          "exchange_deposit_address",
          "exchange_withdrawal",
          "exchange_withdrawal_address");

  private static ExchangeOn memory;

  private final EntityManagerFactory factory;

  public ExchangeOn(DataSource dataSource) {
    Flyway.configure().dataSource(dataSource).load().migrate();
    Configuration configuration = new Configuration();
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
    configuration.getProperties().put(AvailableSettings.JSON_FORMAT_MAPPER, new NoJsonColumns());
    configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "validate");
    configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
    configuration.setProperty(
        AvailableSettings.PHYSICAL_NAMING_STRATEGY,
        CamelCaseToUnderscoresNamingStrategy.class.getName());
    for (JavaClass entity : ENTITIES) {
      configuration.addAnnotatedClass(entity.reflect());
    }
    factory = configuration.buildSessionFactory();
  }

  /** The exchange on a database in memory, with no account and no order. */
  public static synchronized ExchangeOn memory() {
    if (memory == null) {
      memory =
          new ExchangeOn(
              JdbcConnectionPool.create("jdbc:h2:mem:exchange;DB_CLOSE_DELAY=-1", "sa", ""));
    }
    memory.empty();
    return memory;
  }

  /** Brings it back to where the migration left it. */
  public void empty() {
    perform(
        database -> {
          TABLES.forEach(
              table -> database.createNativeQuery("delete from " + table).executeUpdate());
          return database
              .createNativeQuery(
                  "update exchange_market set last_order = 0, last_trade = 0, last_price = null,"
                      + " moved_at = null")
              .executeUpdate();
        });
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
