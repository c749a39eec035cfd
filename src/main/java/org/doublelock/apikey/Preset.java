package org.doublelock.apikey;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Permissions that go together, to begin a new key with. */
public enum Preset {
  READ_ONLY(Permission.Risk.READS),
  TRADING(Permission.Risk.TRADES),
  FULL(Permission.Risk.MOVES_FUNDS_AWAY);

  private final Permission.Risk worst;

  Preset(Permission.Risk worst) {
    this.worst = worst;
  }

  /** For forms, and the end of the name of its message. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Preset> fromCode(String code) {
    return Stream.of(values()).filter(preset -> preset.code().equals(code)).findFirst();
  }

  /** The codes of those permissions that are no worse than it allows. */
  public List<String> of(Collection<Permission> all) {
    return all.stream()
        .filter(permission -> permission.risk().compareTo(worst) <= 0)
        .map(Permission::code)
        .toList();
  }
}
