package org.doublelock.account.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.doublelock.edge.LengthSetting;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a person stays signed in: without doing anything, and at the longest. */
@ApplicationScoped
public class SessionLimits {

  /** Far below what a server can count: seconds in 32 bits, beyond which sessions never end. */
  private static final Duration LONGEST = Duration.ofDays(3650);

  private Duration idle;
  private Duration absolute;

  protected SessionLimits() {
    // for the CDI proxy
  }

  /**
   * @param idle an ISO 8601 duration such as {@code PT30M}
   * @param absolute an ISO 8601 duration, not shorter than the other
   */
  @Inject
  public SessionLimits(
      @ConfigProperty(name = "doublelock.session.idle", defaultValue = "PT30M") String idle,
      @ConfigProperty(name = "doublelock.session.absolute", defaultValue = "PT12H")
          String absolute) {
    this.idle = parse("doublelock.session.idle", idle);
    this.absolute = parse("doublelock.session.absolute", absolute);
    if (this.absolute.compareTo(this.idle) < 0) {
      throw new IllegalArgumentException(
          "doublelock.session.absolute is no shorter than doublelock.session.idle");
    }
  }

  public Duration idle() {
    return idle;
  }

  public Duration absolute() {
    return absolute;
  }

  boolean isOver(OpenSessionRow session, Instant now) {
    return !now.isBefore(session.lastActiveAt().plus(idle))
        || !now.isBefore(session.signedInAt().plus(absolute));
  }

  private static Duration parse(String setting, String value) {
    Duration length =
        LengthSetting.parse(setting, value, "PT30M", Duration.ofSeconds(1), "at least a second");
    if (length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(setting + " is at most ten years, P3650D");
    }
    return length;
  }
}
