package org.doublelock.apikey.web;

import java.time.Instant;
import java.util.List;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.Permission;

/**
 * One key in the list.
 *
 * @param lastUse null when it was never used
 */
public record KeyRow(
    String id,
    String description,
    String publicKey,
    List<Permission> permissions,
    boolean enabled,
    Instant lastUse) {

  private static final int SHOWN = 12;

  static KeyRow of(ApiKey key, Instant lastUse) {
    return new KeyRow(
        key.id().toString(),
        key.description(),
        key.publicKey().substring(0, SHOWN) + "…",
        List.copyOf(key.permissions()),
        key.isEnabled(),
        lastUse);
  }
}
