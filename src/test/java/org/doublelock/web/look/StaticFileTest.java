package org.doublelock.web.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaticFileTest {

  private static StaticFile file(String name, String content) {
    return StaticFile.of(name, content.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Test
  void another_content_has_another_mark_and_the_same_the_same() {
    assertEquals(file("a.css", "x").mark(), file("b.css", "x").mark());
    assertNotEquals(file("a.css", "x").mark(), file("a.css", "y").mark());
    assertTrue(file("a.css", "x").mark().matches("[0-9a-f]{16}"));
  }

  @Test
  void what_packing_makes_no_shorter_stays_as_it_is() {
    assertTrue(file("a.css", "x".repeat(1000)).packed().orElseThrow().length < 1000);
    assertEquals(Optional.empty(), file("a.css", "x").packed());
  }

  @Test
  void files_of_other_kinds_are_none() {
    for (String name : new String[] {"theme.properties", "a.jsp", "a.html", ""}) {
      assertEquals(Optional.empty(), StaticFile.of(name, new byte[1]), name);
    }
    assertEquals("image/svg+xml", file("LOGO.SVG", "<svg/>").type());
  }
}
