package org.doublelock.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** The password rule that this deployment has set. */
@ApplicationScoped
public class ConfiguredPasswordRule {

  @Produces
  @Dependent
  PasswordRule rule(Config config) {
    return PasswordRule.from(config);
  }
}
