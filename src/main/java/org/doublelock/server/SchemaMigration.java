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
      migrate(ConfiguredDataSource.forMigrations());
    }
  }

  private static ServiceRegistry serviceRegistryOf(SessionFactoryImplementor sessionFactory) {
    return sessionFactory.getSessionFactoryOptions().getServiceRegistry();
  }

  static void migrate(DataSource dataSource) {
    Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
    // nothing is held
  }
}
