package org.doublelock.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  private static String written(LogRecord line) {
    line.setLoggerName("org.example");
    return new JsonLines().format(line);
  }

  private static JsonObject read(String line) {
    return Json.createReader(new StringReader(line)).readObject();
  }

  @Test
  void a_record_is_one_line_whatever_is_in_it() {
    String message = "user \"x\"\r\n2026 SEVERE forged \\ \u0000 \u2028 é 😀";
    String line = written(new LogRecord(Level.WARNING, message));
    assertEquals(line.length() - 1, line.indexOf('\n'));
    assertEquals(message, read(line).getString("message"));
    assertEquals("WARNING", read(line).getString("level"));
    assertEquals("org.example", read(line).getString("logger"));
    assertFalse(read(line).containsKey("request"));
  }

  @Test
  void the_requests_number_is_a_field_of_its_own() {
    JsonObject line =
        read(written(new LogRecord(Level.INFO, "[request 0123456789abcdef] it {0}\nsaid")));
    assertEquals("0123456789abcdef", line.getString("request"));
    assertEquals("it {0}\nsaid", line.getString("message"));
  }

  @Test
  void parameters_are_filled_in_and_what_was_thrown_is_there() {
    LogRecord line = new LogRecord(Level.INFO, "{0} of {1}");
    line.setParameters(new Object[] {"one", "two"});
    line.setThrown(new IllegalStateException("reason"));
    assertEquals("one of two", read(written(line)).getString("message"));
    assertTrue(read(written(line)).getString("error").contains("reason"));
  }
}
