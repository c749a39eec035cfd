package org.doublelock.server;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.doublelock.edge.PublicUrl;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.vault.SecretVault;

/** Uses at start what would otherwise fail at first use, so that a bad setting ends the start. */
@Singleton
@Startup
public class SettingsCheck {

  private static final String BOUND_TO = "start-up";

  @Inject private ActionPolicy policy;
  @Inject private SecretVault vault;
  @Inject private PublicUrl publicUrl;

  @PostConstruct
  void use() {
    policy.appliesSelection();
    publicUrl.base();
    vault.open(vault.seal(BOUND_TO.getBytes(StandardCharsets.UTF_8), BOUND_TO), BOUND_TO);
  }
}
