package org.doublelock.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.edge.AddressRange;
import org.junit.jupiter.api.Test;

/** What tells one key's settings from any others. */
class KeySettingsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void each_setting_counts() {
    Set<String> marks = new HashSet<>();
    Set<Permission> one = Set.of(Permission.QUERY_FUNDS);
    List<AddressRange> home = List.of(new AddressRange("192.0.2.1"));
    Optional<Instant> none = Optional.empty();
    List<Restrictions> limits =
        List.of(
            Restrictions.none(),
            new Restrictions(home, none, none, none, 0),
            new Restrictions(List.of(), Optional.of(NOW), none, none, 0),
            new Restrictions(List.of(), none, Optional.of(NOW), none, 0),
            new Restrictions(List.of(), none, none, Optional.of(NOW), 0),
            new Restrictions(List.of(), none, none, none, 10));
    limits.forEach(each -> marks.add(new KeySettings("bot", one, each).mark()));
    marks.add(new KeySettings("robot", one, Restrictions.none()).mark());
    marks.add(new KeySettings("bot", Set.of(), Restrictions.none()).mark());
    marks.add(new KeySettings("bot", Set.copyOf(Permission.builtIn()), Restrictions.none()).mark());
    assertEquals(limits.size() + 3, marks.size());
  }
}
