package org.doublelock.policy;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.schedule.OutageTolerance;

/**
 * Has owners told of the demand for a second factor: some seconds after a node has started, and
 * then every hour, on every node. So who makes a key and goes on to its second factor is not told.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class DemandTimer {

  private static final Logger LOG = Logger.getLogger(DemandTimer.class.getName());
  private static final Duration PAUSE = Duration.ofHours(1);

  @Inject private FactorDemand demand;
  @Inject private UnmetKeys unmet;
  @Inject private DemandNotices notices;
  @Inject private Clock clock;

  private Instant next = Instant.MIN;

  /** Each key in a transaction of its own; what fails is tried again next time. */
  @Schedule(hour = "*", minute = "*", second = "8/10", persistent = false, timezone = "UTC")
  public void tell() {
    Instant now = clock.instant();
    if (!demand.isOn() || now.isBefore(next)) {
      return;
    }
    unmet.forgetMet(now);
    List<ApiKeyId> untold = unmet.untold(now);
    boolean all = untold.size() < UnmetKeys.MAX_AT_A_TIME;
    for (ApiKeyId key : untold) {
      try {
        notices.tell(key, now);
      } catch (EJBException failed) {
        all = false;
        LOG.log(Level.WARNING, "an owner could not be told yet that 2FA is required", failed);
      }
    }
    if (all) {
      next = now.plus(PAUSE);
    }
  }
}
