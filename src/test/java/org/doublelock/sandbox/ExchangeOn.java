package org.doublelock.sandbox;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.doublelock.EntitiesOn;
import org.doublelock.MigratedSchema;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.SessionFactory;

/** The exchange without a container, on a migrated database. */
public final class ExchangeOn extends Exchange {

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

  private final DataSource dataSource;
  private final SessionFactory factory;

  public ExchangeOn(DataSource dataSource) {
    this.dataSource = dataSource;
    MigratedSchema.on(dataSource);
    factory = EntitiesOn.sameKindAs(dataSource);
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
    return EntitiesOn.transact(dataSource, factory, work);
  }
}
