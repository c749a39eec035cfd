package org.doublelock.web.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lets tests of layout look at one theme for all. */
class ShippedThemesTest {

  private static final Pattern DECLARATION = Pattern.compile("([\\w-]+):\\s*([^;{}]+);");
  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-f]{6}|\\d+, \\d+, \\d+|none|light|dark");

  /** None of these moves what is around it. */
  private static final Set<String> DECORATION = Set.of("text-decoration-thickness", "outline");

  @ParameterizedTest
  @MethodSource
  void differ_from_paper_in_colours_and_decoration_alone(String theme) throws IOException {
    String sheet =
        Files.readString(Path.of("webapp-themes", theme, "theme.css"))
            .replaceAll("(?s)/\\*.*?\\*/", "");
    List<MatchResult> declarations = DECLARATION.matcher(sheet).results().toList();
    assertTrue(declarations.size() > 20, "declarations that were read: " + declarations.size());
    declarations.forEach(ShippedThemesTest::recolours);
    assertEquals(declarations.size(), sheet.chars().filter(each -> each == ';').count(), "all");
    assertFalse(sheet.contains("@"), "no rule of another kind");
  }

  static List<String> differ_from_paper_in_colours_and_decoration_alone() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("webapp-themes"))) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("paper"))
          .toList();
    }
  }

  private static void recolours(MatchResult declaration) {
    String property = declaration.group(1);
    boolean colours = property.startsWith("--") || property.equals("color-scheme");
    assertTrue(
        DECORATION.contains(property) || colours && COLOUR.matcher(declaration.group(2)).matches(),
        declaration.group() + " could move something");
  }
}
