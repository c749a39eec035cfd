package org.doublelock.unlocking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import org.doublelock.edge.LengthSetting;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the deployment lets people do about unlocking their keys. */
@Named("unlocking")
@ApplicationScoped
public class UnlockPolicy {

  static final String LONGEST = "doublelock.unlock.longest";

  private boolean allowed;
  private boolean asks;
  private Duration longest;

  protected UnlockPolicy() {
    // for the CDI proxy
  }

  /**
   * @param allowed whether keys can be unlocked at all
   * @param longest for how long at most, an ISO 8601 duration of a minute or more
   * @param asks whether owners are asked when a program was refused for want of a code
   */
  @Inject
  public UnlockPolicy(
      @ConfigProperty(name = "doublelock.unlock.allowed", defaultValue = "true") boolean allowed,
      @ConfigProperty(name = LONGEST, defaultValue = "PT24H") String longest,
      @ConfigProperty(name = "doublelock.unlock.ask", defaultValue = "true") boolean asks) {
    this.allowed = allowed;
    this.asks = asks;
    this.longest =
        LengthSetting.parse(
            LONGEST, longest.strip(), "PT24H", Duration.ofMinutes(1), "no shorter than a minute");
  }

  public boolean isAllowed() {
    return allowed;
  }

  /**
   * Whether a key may be unlocked.
   *
   * @param chosen what its owner chose, if they did
   * @param method the kind of its second factor
   */
  public boolean admits(Optional<Boolean> chosen, SecondFactorMethod method) {
    return allowed && chosen.orElse(UnlockChoice.before(method, this).allowed());
  }

  public boolean asks() {
    return allowed && asks;
  }

  public Duration longest() {
    return longest;
  }
}
