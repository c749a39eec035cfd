package org.doublelock.server;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to date. The server builds the entity manager factory before CDI and EJB
 * exist, and Hibernate validates the schema then; this runs just before that.
 */
public final class SchemaMigration implements Integrator {

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessionFactory) {
    // without a server there is no configuration either, and whoever opens a database migrates it
    if (serviceRegistryOf(sessionFactory)
        .requireService(TransactionCoordinatorBuilder.class)
        .isJta()) {
      new OwnersFiles(DataDirectory.of(Settings.now())).repair();
      ConfiguredDataSource database = ConfiguredDataSource.forMigrations();
      database.refuseUndeclaredPooler();
      migrate(database);
    }
  }

  private static ServiceRegistry serviceRegistryOf(SessionFactoryImplementor sessionFactory) {
    return sessionFactory.getSessionFactoryOptions().getServiceRegistry();
  }

  /**
   * Brings the schema of that database up to date. One that a newer release has brought further is
   * left alone, unless it lacks what this release needs.
   *
   * @throws IllegalStateException when this release is too old for the schema
   */
  static void migrate(DataSource dataSource) {
    Flyway flyway = Migrations.of(dataSource);
    SchemaFloor.requireWhole(dataSource); // before a migration raises the floor
    flyway.migrate();
    SchemaFloor.of(dataSource).require(flyway.info().all());
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
    // nothing is held
  }
}
