package org.doublelock.apikey;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.account.BearerToken;

/** What the owner of a key sets, as the page shows it on which they change it. */
record KeySettings(String description, Set<Permission> permissions, Restrictions limits) {

  /** The same for the same settings and for no others. */
  String mark() {
    Stream<String> granted = permissions.stream().map(Permission::code).sorted();
    return BearerToken.sha256(
        String.join(
            "\n",
            description,
            granted.collect(Collectors.joining(",")),
            String.join(",", limits.addressTexts()),
            text(limits.expiresAt()),
            text(limits.queryFrom()),
            text(limits.queryTo()),
            Long.toString(limits.nonceWindow())));
  }

  private static String text(Optional<Instant> instant) {
    return instant.map(at -> Long.toString(at.toEpochMilli())).orElse("");
  }
}
