package org.doublelock.sandbox;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Permission;
import org.doublelock.function.FunctionCaller;

/** Callers for tests. */
public final class Caller {

  private Caller() {}

  /** A caller of a fresh account whose key may do everything. */
  public static FunctionCaller fresh() {
    return of(UUID.randomUUID(), EnumSet.allOf(Permission.class));
  }

  public static FunctionCaller of(UUID account, Set<Permission> permissions) {
    return new FunctionCaller(
        new AccountId(account),
        ApiKeyId.random(),
        "public key",
        "a key",
        permissions,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.parse("2026-01-01T00:00:00Z"),
        0,
        "none",
        Instant.parse("2026-02-01T00:00:00Z"),
        List.of(),
        "1616492376594",
        Optional.empty());
  }
}
