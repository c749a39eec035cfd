package org.doublelock;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.doublelock.sandbox.NoJsonColumns;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** All entities, mapped once for each kind of database: sessions bring their own connection. */
public final class EntitiesOn {

  private static final Map<String, SessionFactory> FACTORIES = new ConcurrentHashMap<>();

  private EntitiesOn() {}

  /**
   * @param database a migrated one, which the first of its kind is validated against
   */
  public static SessionFactory sameKindAs(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return FACTORIES.computeIfAbsent(
          connection.getMetaData().getDatabaseProductName(), kind -> build(database));
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  /** Does the work in a transaction of its own there, which a failure takes back. */
  public static <T> T transact(
      DataSource database, SessionFactory factory, Function<EntityManager, T> work) {
    try (Connection connection = database.getConnection();
        EntityManager entities = factory.withOptions().connection(connection).openSession()) {
      entities.getTransaction().begin();
      try {
        T result = work.apply(entities);
        entities.getTransaction().commit();
        return result;
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  private static SessionFactory build(DataSource database) {
    Configuration configuration = new Configuration();
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database);
    configuration.getProperties().put(AvailableSettings.JSON_FORMAT_MAPPER, new NoJsonColumns());
    configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "validate");
    configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
    configuration.setProperty(
        AvailableSettings.PHYSICAL_NAMING_STRATEGY,
        CamelCaseToUnderscoresNamingStrategy.class.getName());
    configuration.setProperty(AvailableSettings.DEFAULT_BATCH_FETCH_SIZE, "100");
    configuration.setProperty(AvailableSettings.GENERATE_STATISTICS, "true");
    configuration.setProperty(AvailableSettings.LOG_SESSION_METRICS, "false");
    named().forEach(name -> configuration.addAnnotatedClass(mapped(name)));
    return configuration.buildSessionFactory();
  }

  private static Class<?> mapped(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException unknown) {
      throw new IllegalStateException(unknown);
    }
  }

  /** The classes that the persistence unit names. */
  public static Set<String> named() {
    try (InputStream file = EntitiesOn.class.getResourceAsStream("/META-INF/persistence.xml")) {
      return Pattern.compile("<class>(.+?)</class>")
          .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .map(match -> match.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
