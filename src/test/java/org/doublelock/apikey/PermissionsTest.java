package org.doublelock.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {

  private static final Permission LEND =
      Permission.declared("lend-books", PermissionGroup.OTHER, Permission.Risk.READS);

  private record Source(List<PermissionSource.Declared> permissions, boolean isAlone)
      implements PermissionSource {}

  private static Permissions with(boolean alone, Permission... declared) {
    return new Permissions(
        List.of(
            new Source(
                List.of(declared).stream()
                    .map(
                        one ->
                            new PermissionSource.Declared(
                                one,
                                Map.of("en", "Lend {it}", "nl", "'t Uitlenen"),
                                Map.of("en", "Lend.")))
                    .toList(),
                alone)));
  }

  @Test
  void are_those_that_ship_and_then_the_declared() {
    Permissions all = with(false, LEND);
    assertEquals(List.of(PermissionGroup.values()), List.copyOf(all.byGroup().keySet()));
    assertEquals(
        Permission.builtIn(),
        all.byGroup().values().stream()
            .flatMap(List::stream)
            .filter(one -> !one.equals(LEND))
            .toList());
    assertEquals(Optional.of(LEND), all.find("lend-books"));
  }

  @Test
  void are_the_declared_alone_where_their_source_says_so() {
    Permissions all = with(true, LEND);
    assertEquals(Map.of(PermissionGroup.OTHER, List.of(LEND)), all.byGroup());
    assertTrue(all.find("query-funds").isEmpty());
  }

  @Test
  void have_a_code_of_their_own_each() {
    Permission twin =
        Permission.declared("query-funds", PermissionGroup.OTHER, Permission.Risk.READS);
    assertThrows(IllegalStateException.class, () -> with(false, LEND, LEND));
    assertThrows(IllegalStateException.class, () -> with(true, twin));
  }

  @Test
  void bring_their_words_as_patterns_that_say_just_that() {
    Map<String, Map<String, String>> words = with(false, LEND).messages();
    assertEquals(
        Map.of("permission.lend-books", "Lend '{'it}", "permission.lend-books.explained", "Lend."),
        words.get("en"));
    assertEquals(Map.of("permission.lend-books", "''t Uitlenen"), words.get("nl"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "Lend", "lend books", "1lend", "lend_books", "lend\n"})
  void refuse_a_code_that_could_not_stand_in_a_header(String code) {
    assertThrows(
        IllegalArgumentException.class,
        () -> Permission.declared(code, PermissionGroup.OTHER, Permission.Risk.READS));
  }

  @Test
  void stay_with_a_key_while_their_declaration_is_away() {
    PermissionCode column = new PermissionCode();
    assertEquals(LEND, column.convertToEntityAttribute("lend-books"));
    assertEquals("lend-books", column.convertToDatabaseColumn(LEND));
  }
}
