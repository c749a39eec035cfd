package org.doublelock.apikey;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.doublelock.edge.Coded;

/** Permissions that go together, to begin a new key with. */
public enum Preset implements Coded {
  READ_ONLY(Permission.Risk.READS),
  TRADING(Permission.Risk.TRADES),
  FULL(Permission.Risk.MOVES_FUNDS_AWAY);

  private final Permission.Risk worst;

  Preset(Permission.Risk worst) {
    this.worst = worst;
  }

  public static Optional<Preset> fromCode(String code) {
    return Coded.among(values(), code);
  }

  /** The codes of those permissions that are no worse than it allows. */
  public List<String> of(Collection<Permission> all) {
    return all.stream()
        .filter(permission -> permission.risk().compareTo(worst) <= 0)
        .map(Permission::code)
        .toList();
  }
}
