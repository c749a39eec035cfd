package org.doublelock.activity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private static String written(Object... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Spreadsheet sheet = new Spreadsheet(out)) {
      sheet.row(cells);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
