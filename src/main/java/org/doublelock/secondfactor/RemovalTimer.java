package org.doublelock.secondfactor;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.schedule.OutageTolerance;

/** Carries out the removals that are due, every few seconds, on every node. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class RemovalTimer {

  private static final Logger LOG = Logger.getLogger(RemovalTimer.class.getName());

  @Inject private Removals removals;
  @Inject private Clock clock;

  /** Each key in a transaction of its own; one that fails is tried again next time. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, timezone = "UTC")
  public void carryOut() {
    for (ApiKeyId key : removals.allDue(clock.instant())) {
      try {
        removals.carryOut(key, clock.instant());
      } catch (EJBException failed) {
        LOG.log(Level.WARNING, "a second factor could not be removed yet", failed);
      }
    }
  }
}
