package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.doublelock.edge.AddressFailures;
import org.doublelock.edge.Networks;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Unknown keys and bad signatures by network address. */
@ApplicationScoped
public class AddressLockouts extends AddressFailures {

  private static final long MAX_MINUTES = 525_600;

  protected AddressLockouts() {
    // for the CDI proxy
  }

  /**
   * @param failures so many lock an address, 0 for never
   * @param minutes for how long, from 1 to a year
   */
  @Inject
  AddressLockouts(
      Networks networks,
      @ConfigProperty(name = "doublelock.address-lockout.failures", defaultValue = "100")
          int failures,
      @ConfigProperty(name = "doublelock.address-lockout.minutes", defaultValue = "5")
          long minutes) {
    super(networks, failures, Duration.ofMinutes(minutes));
    if (failures < 0 || minutes < 1 || minutes > MAX_MINUTES) {
      throw new IllegalArgumentException(
          "doublelock.address-lockout.failures is at least 0, and minutes 1 to " + MAX_MINUTES);
    }
  }
}
