package org.doublelock.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.apikey.Permissions;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamFileTest {

  private static final String LIBRARY =
      """
      {"alone": true,
       "permissions": [
         {"code": "read-books", "name": {"en": "Read books", "nl": "Boeken lezen"}, "explained": "See what there is."},
         {"code": "lend-books", "group": "trading", "risk": "trades", "name": "Lend", "explained": "Lend them."}],
       "functions": [
         {"name": "ListBooks", "path": "/v1/books", "needs": ["read-books"],
          "parameters": [{"name": "shelf", "description": "Which shelf"}]},
         {"name": "ReturnBook", "method": "DELETE", "path": "/v1/books/{book}/loan", "cost": 2,
          "needs": [["lend-books"], ["read-books", "lend-books"]]},
         {"name": "Hours", "path": "/v1/hours", "needs": []}]}
      """;

  @TempDir private Path folder;

  private UpstreamApi of(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("upstream.json"), json);
    return new UpstreamApi(Optional.of(file.toString()));
  }

  @Test
  void declares_functions_with_what_they_need() throws IOException {
    UpstreamApi api = of(LIBRARY);
    PrivateFunction give = api.find("DELETE", "/v1/books/17/loan").orElseThrow();
    assertEquals("ReturnBook", give.name());
    assertEquals(2, give.cost());
    assertEquals(PermissionGroup.TRADING, give.group());
    Permission read = new Permissions(List.of(api)).find("read-books").orElseThrow();
    Permission lend = new Permissions(List.of(api)).find("lend-books").orElseThrow();
    assertTrue(give.access().admits(Set.of(lend)));
    assertFalse(give.access().admits(Set.of(read)));
    assertEquals(AccessRule.open(), api.find("POST", "/v1/hours").orElseThrow().access());
    assertEquals("shelf", api.find("POST", "/v1/books").orElseThrow().parameters().get(0).name());
  }

  /** Taken for what is said when nothing is, a wrong kind of value would open or cost nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"cost\": \"5\"",
        "\"cost\": 0.5",
        "\"cost\": 4294967297",
        "\"cost\": null",
        "\"method\": [\"PUT\"]",
        "\"group\": 3",
        "\"parameters\": [{\"name\": \"a\", \"description\": \"A\", \"required\": \"yes\"}]"
      })
  void a_value_of_another_kind_is_refused(String wrong) {
    String declared =
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [], " + wrong + "}]}";
    assertThrows(IllegalStateException.class, () -> of(declared));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alone\": \"true\"}",
        "{\"permissions\": [{\"code\": \"a\", \"risk\": null, \"name\": \"A\", \"explained\": \"A.\"}]}"
      })
  void so_is_one_that_would_have_counted_for_the_least(String declared) {
    assertThrows(IllegalStateException.class, () -> of(declared));
  }

  @Test
  void a_function_is_called_by_its_own_method_alone() throws IOException {
    assertTrue(of(LIBRARY).find("POST", "/v1/books/17/loan").isEmpty());
    assertTrue(of(LIBRARY).find("GET", "/v1/books").isEmpty());
    assertTrue(of(LIBRARY).find("POST", "/v1/elsewhere").isEmpty());
  }

  @Test
  void names_the_field_that_tells_what_a_call_moves() throws IOException {
    PrivateFunction pay =
        of("""
            {"functions": [{"name": "Pay", "path": "/pay", "needs": [],
                            "amount": {"field": "sum", "currency": "EUR"}}]}
            """)
            .find("POST", "/pay")
            .orElseThrow();
    Measure measure = pay.measure().orElseThrow();
    assertEquals("EUR", measure.currency());
    assertEquals(
        Optional.of(new BigDecimal("12.50")), measure.of(new Arguments(Map.of("sum", "12.50"))));
    assertEquals(Optional.empty(), measure.of(new Arguments(Map.of("sum", "12,50"))));
    assertTrue(of(LIBRARY).find("POST", "/v1/books").orElseThrow().measure().isEmpty());
  }

  @Test
  void is_not_performed_here() throws IOException {
    PrivateFunction list = of(LIBRARY).find("POST", "/v1/books").orElseThrow();
    FunctionFailure failure =
        assertThrows(FunctionFailure.class, () -> list.call(null, null, null));
    assertEquals("EGeneral:Unknown method", failure.wireError());
  }

  @Test
  void its_functions_are_called_at_the_address_it_tells_and_never_here() throws IOException {
    String functions = "\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": []}]";
    UpstreamApi told = of("{\"address\": \"https://api.example.com/\", " + functions + "}");
    assertEquals(Optional.of("https://api.example.com"), told.functions().get(0).server());
    UpstreamApi untold = of("{" + functions + "}");
    assertEquals(Optional.of("https://gateway.invalid"), untold.functions().get(0).server());
    assertThrows(
        IllegalStateException.class, () -> of("{\"address\": \"api\", " + functions + "}"));
  }

  @Test
  void without_a_file_there_is_no_upstream_api() {
    UpstreamApi none = new UpstreamApi(Optional.empty());
    assertTrue(none.functions().isEmpty());
    assertFalse(none.isAlone());
  }

  @Test
  void may_use_the_permissions_that_ship_unless_it_stands_alone() throws IOException {
    String functions =
        "\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [\"query-funds\"]}]";
    assertEquals(
        AccessRule.allOf(Permission.QUERY_FUNDS),
        of("{" + functions + "}").find("POST", "/a").orElseThrow().access());
    assertThrows(IllegalStateException.class, () -> of("{\"alone\": true, " + functions + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"function\": []}",
        "{\"functions\": {}}",
        "{\"functions\": [], \"functions\": []}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [[\"query-funds\"]], \"needs\": []}]}",
        "{\"functions\": [1]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\"}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": \"query-funds\"}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [\"no-such\"]}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [[]]}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [[\"query-funds\"], \"x\"]}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [1]}]}",
        "{\"functions\": [{\"name\": \"A B\", \"path\": \"/a\", \"needs\": []}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"a\", \"needs\": []}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [], \"method\": \"GET\"}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [], \"cost\": -1}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [], \"group\": \"x\"}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [], \"amount\": \"x\"}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [], \"amount\": {\"field\": \"x\"}}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [], \"amount\": {\"field\": \"x\", \"currency\": \"U$\"}}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": [], \"permission\": \"x\"}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/a\", \"needs\": []}, {\"name\": \"A\", \"path\": \"/b\", \"needs\": []}]}",
        "{\"functions\": [{\"name\": \"A\", \"path\": \"/{x}\", \"needs\": []}, {\"name\": \"B\", \"path\": \"/b\", \"needs\": []}]}",
        "{\"permissions\": [{\"code\": \"query-funds\", \"name\": \"x\", \"explained\": \"x\"}]}",
        "{\"permissions\": [{\"code\": \"ab\", \"name\": {\"nl\": \"x\"}, \"explained\": \"x\"}]}",
        "{\"permissions\": [{\"code\": \"ab\", \"name\": \"x\"}]}",
        "{\"permissions\": [{\"code\": \"ab\", \"name\": \"x\", \"explained\": \"x\", \"risk\": \"x\"}]}"
      })
  void is_refused_by_the_settings_name_where_anything_in_it_is_not_understood(String json) {
    expectRefused(json);
  }

  @Test
  void so_is_one_that_its_reader_gives_up() {
    expectRefused("{\"functions\": " + "[".repeat(2_000) + "]".repeat(2_000) + "}");
    expectRefused("{\"functions\": " + "9".repeat(2_000) + "}");
  }

  private void expectRefused(String json) {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> of(json).functions());
    assertTrue(refusal.getMessage().contains("doublelock.upstream.file"), refusal.getMessage());
  }
}
