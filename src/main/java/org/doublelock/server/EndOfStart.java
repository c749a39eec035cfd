package org.doublelock.server;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import org.doublelock.verification.KeyWarming;

/**
 * After whatever needs the database at the start: from now on nobody waits for it to come. The keys
 * in use are read then, before the node says that it is ready, on each server alike.
 */
@Singleton
@Startup
@DependsOn({
  "CommitSafetyWatch",
  "FirstAccount",
  "HistoryWatch",
  "KeysetUpkeep",
  "SettingsCheck",
  "UserNameUpkeep"
})
@TransactionManagement(TransactionManagementType.BEAN)
public class EndOfStart {

  @Inject private KeyWarming keys;
  @Inject private Clock clock;

  @Resource private ManagedThreadFactory threads;

  @PostConstruct
  void tell() {
    StartPatience.ofThisApplication().end();
    keys.warm(clock.instant(), threads);
  }
}
