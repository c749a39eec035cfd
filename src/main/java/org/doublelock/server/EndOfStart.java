package org.doublelock.server;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

/** After whatever needs the database at the start. */
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

  @PostConstruct
  void tell() {
    StartPatience.ofThisApplication().end();
  }
}
