package org.doublelock.activity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpreadsheetTest {

  @Test
  void quotes_what_has_to_be_quoted() throws IOException {
    assertEquals("\"a, \"\"b\"\"\",2\r\n", written("a, \"b\"", 2));
  }

  @Test
  void nothing_is_a_formula() throws IOException {
    assertEquals("'=1+1,'+1,'-1,'@x,a=b\r\n", written("=1+1", "+1", "-1", "@x", "a=b"));
  }

  @Test
  void nor_is_what_stands_behind_a_sign_that_divides_cells_where_the_comma_is_a_decimal_one()
      throws IOException {
    assertEquals(
        "x;'=1+1,a; '-1,a\t'@x,a;b=c;d,'\uff1d1\r\n".replace("a; '-1", "a;' -1"),
        written("x;=1+1", "a; -1", "a\t@x", "a;b=c;d", "\uff1d1"));
  }

  @Test
  void a_time_is_one_that_spreadsheets_of_every_language_take_as_a_time() throws IOException {
    assertEquals("2026-11-23 10:00:00\r\n", written(Instant.parse("2026-11-23T10:00:00.987654Z")));
  }

  private static String written(Object... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Spreadsheet sheet = new Spreadsheet(out)) {
      sheet.row(cells);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
