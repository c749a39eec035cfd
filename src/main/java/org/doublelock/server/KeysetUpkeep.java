package org.doublelock.server;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.doublelock.schedule.OutageTolerance;
import org.doublelock.vault.KeysetRotation;
import org.doublelock.vault.Resealing;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.eclipse.microprofile.config.Config;

/**
 * Keeps what is sealed in step with the keyset. Each node looks at its keyset once a minute; where
 * the sealing key is a new one, it seals the rest anew in the background and goes on after a
 * restart.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class KeysetUpkeep {

  private static final Logger LOG = Logger.getLogger(KeysetUpkeep.class.getName());
  private static final long NONE = Long.MIN_VALUE;

  @Inject private DataSource dataSource;

  @Inject private SecretVault vault;
  @Inject private Config config;
  @Inject private Clock clock;

  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicLong settled = new AtomicLong(NONE);

  /**
   * How a rotation stands.
   *
   * @param keys the keys of the keyset
   * @param left secrets that an older key sealed
   * @param running whether this node is sealing anew now
   */
  public record Progress(int keys, long left, boolean running) {}

  @PostConstruct
  void requireEveryKey() {
    try {
      new Resealing(dataSource, vault).requireEveryKey(clock.instant());
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the keys in use cannot be read", unreachable);
    }
  }

  /** Adds a key that seals from now on, and begins to seal everything anew with it. */
  public void rotate() {
    new KeysetRotation(VaultSettings.from(config)).rotate();
    vault.reload();
    requireEveryKey();
  }

  public Progress progress() throws SQLException {
    return new Progress(vault.keys(), new Resealing(dataSource, vault).left(), running.get());
  }

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false, timezone = "UTC")
  void look() {
    vault.reload();
    if (settled.get() != vault.primaryKey()) {
      requireEveryKey();
      resealAll();
    }
  }

  @Asynchronous
  public void resealSoon() {
    resealAll();
  }

  private void resealAll() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      long key = vault.primaryKey();
      long resealed = new Resealing(dataSource, vault).run();
      if (resealed == 0) {
        settled.set(key);
      } else {
        LOG.log(Level.INFO, "{0} secrets were sealed anew", resealed);
      }
    } catch (SQLException | RuntimeException failed) {
      LOG.log(Level.WARNING, "sealing anew stopped; it goes on within a minute", failed);
    } finally {
      running.set(false);
    }
  }
}
