package org.doublelock.unlocking;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.schedule.OutageTolerance;

/** Tells of leases that are over, every few seconds, on every node. They were over before. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class LeaseTimer {

  private static final Logger LOG = Logger.getLogger(LeaseTimer.class.getName());

  @Inject private LeaseEnds ends;

  /** Each key in a transaction of its own; what fails is tried again next time. */
  @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false, timezone = "UTC")
  public void tell() {
    for (ApiKeyId key : ends.untold()) {
      try {
        ends.tell(key);
      } catch (EJBException failed) {
        LOG.log(Level.WARNING, "the end of a lease could not be written down yet", failed);
      }
    }
  }
}
