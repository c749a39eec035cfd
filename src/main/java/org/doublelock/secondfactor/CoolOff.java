package org.doublelock.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.doublelock.edge.LengthSetting;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a second factor stays on after it was given up for lost. */
@ApplicationScoped
public class CoolOff {

  static final String SETTING = "doublelock.two-factor.cool-off";

  private Duration length;

  protected CoolOff() {
    // for the CDI proxy
  }

  /**
   * @param setting an ISO 8601 duration such as {@code PT24H}, or 0 for none
   */
  @Inject
  public CoolOff(@ConfigProperty(name = SETTING, defaultValue = "PT24H") String setting) {
    this.length = parse(setting.strip());
  }

  public Duration length() {
    return length;
  }

  private static Duration parse(String setting) {
    return setting.equals("0")
        ? Duration.ZERO
        : LengthSetting.parse(
            SETTING, setting, "PT24H, or 0", Duration.ZERO, "no shorter than nothing");
  }
}
