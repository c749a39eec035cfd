package org.doublelock.secondfactor.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Access;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.Permission;
import org.doublelock.policy.Shortfall;
import org.doublelock.secondfactor.FactorSummary;

/**
 * One key in a list of them.
 *
 * @param publicKey its beginning
 * @param lastUse null when it was never used
 * @param method {@code totp} or {@code password}; null while two-factor authentication is off
 * @param since null while it is off
 * @param offFrom when it switches off by itself; null when it does not
 * @param shortfall what it lacks, where 2FA is required for it; null where it lacks nothing
 */
public record KeyRow(
    String id,
    String description,
    String publicKey,
    boolean enabled,
    List<Permission> permissions,
    Access access,
    Instant lastUse,
    String method,
    Instant since,
    Instant offFrom,
    Shortfall shortfall) {

  private static final int SHOWN = 12;

  static KeyRow of(
      ApiKey key,
      Access access,
      Instant lastUse,
      Optional<FactorSummary> factor,
      Instant offFrom,
      Optional<Shortfall> shortfall) {
    return new KeyRow(
        key.id().toString(),
        key.description(),
        key.publicKey().substring(0, SHOWN) + "…",
        key.isEnabled(),
        List.copyOf(key.permissions()),
        access,
        lastUse,
        factor.map(on -> on.method().code()).orElse(null),
        factor.map(FactorSummary::since).orElse(null),
        offFrom,
        shortfall.orElse(null));
  }

  /** What its second factor would have to be asked for and is not, in words. */
  public String getUnasked() {
    return String.join(", ", shortfall.actions());
  }

  public boolean isOn() {
    return method != null;
  }
}
