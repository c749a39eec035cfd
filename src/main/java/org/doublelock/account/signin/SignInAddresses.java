package org.doublelock.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.doublelock.edge.AddressFailures;
import org.doublelock.edge.Networks;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Wrong guesses by network address, whatever accounts they were at. */
@ApplicationScoped
public class SignInAddresses extends AddressFailures {

  protected SignInAddresses() {
    // for the CDI proxy
  }

  /**
   * @param failures wrong guesses within the minutes that lock an address; 0 for never
   */
  @Inject
  public SignInAddresses(
      Networks networks,
      @ConfigProperty(name = "doublelock.sign-in.address-failures", defaultValue = "50")
          int failures,
      @ConfigProperty(name = "doublelock.sign-in.address-minutes", defaultValue = "15")
          long minutes) {
    super(networks, failures, Duration.ofMinutes(minutes));
    if (failures < 0 || minutes < 1) {
      throw new IllegalArgumentException(
          "doublelock.sign-in.address-failures is at least 0, and address-minutes at least 1");
    }
  }
}
