package org.doublelock.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.doublelock.apikey.Access.Extent;
import org.junit.jupiter.api.Test;

class AccessTest {

  private static final Permissions ALL = new Permissions(List.of());

  @Test
  void permissions_are_told_in_one_word_where_there_is_one() {
    assertEquals(
        new Access(Extent.FULL, 11, 11, true), ALL.access(Set.copyOf(Permission.builtIn())));
    assertEquals(
        new Access(Extent.READ_ONLY, 2, 11, false),
        ALL.access(Set.of(Permission.QUERY_FUNDS, Permission.QUERY_LEDGER)));
    assertEquals(
        new Access(Extent.SOME, 1, 11, false), ALL.access(Set.of(Permission.MODIFY_TRADES)));
    assertEquals(
        new Access(Extent.SOME, 1, 11, true), ALL.access(Set.of(Permission.WITHDRAW_FUNDS)));
  }

  @Test
  void a_permission_whose_declaration_is_gone_is_not_counted() {
    Permission gone = Permission.declared("gone", PermissionGroup.OTHER, Permission.Risk.READS);
    assertEquals(
        new Access(Extent.READ_ONLY, 1, 11, false),
        ALL.access(Set.of(Permission.QUERY_FUNDS, gone)));
  }

  @Test
  void a_preset_holds_what_is_no_worse_than_it_says() {
    assertEquals(List.of(Preset.values()), List.copyOf(ALL.presets().keySet()));
    assertEquals(7, ALL.presets().get(Preset.READ_ONLY).size());
    assertEquals(10, ALL.presets().get(Preset.TRADING).size());
    assertEquals(11, ALL.presets().get(Preset.FULL).size());
  }

  @Test
  void presets_that_come_to_the_same_are_offered_once() {
    Permission only = Permission.declared("look", PermissionGroup.OTHER, Permission.Risk.READS);
    PermissionSource source = new OnlyReading(only);
    assertEquals(
        List.of(Preset.READ_ONLY),
        List.copyOf(new Permissions(List.of(source)).presets().keySet()));
  }

  private record OnlyReading(Permission permission) implements PermissionSource {

    @Override
    public List<Declared> permissions() {
      return List.of(
          new Declared(
              permission, java.util.Map.of("en", "Look"), java.util.Map.of("en", "Look at it.")));
    }

    @Override
    public boolean isAlone() {
      return true;
    }
  }
}
