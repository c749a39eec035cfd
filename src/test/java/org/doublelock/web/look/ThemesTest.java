package org.doublelock.web.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemesTest {

  @TempDir private Path place;
  private Path folder;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(place.resolve("themes"));
  }

  private Path theme(String id, String properties) throws IOException {
    Path theme = Files.createDirectory(folder.resolve(id));
    Files.writeString(theme.resolve("theme.properties"), properties);
    Files.writeString(theme.resolve("theme.css"), ":root { --dl-accent: teal; }");
    return theme;
  }

  private Themes read(String... untilChosen) {
    return new Themes(Optional.of(folder.toString()), List.of(untilChosen).stream().findFirst());
  }

  private void refuses(String inMessage) {
    String message = assertThrows(IllegalArgumentException.class, this::read).getMessage();
    assertTrue(message.contains(inMessage), message);
  }

  @Test
  void own_themes_are_choices_after_those_that_ship() throws IOException {
    theme("harbour", "name=Harbour");
    theme("dusk", "name=Dusk\nparent=night");
    assertEquals(
        List.of("system", "paper", "night", "contrast", "dusk", "harbour"), read().choices());
    assertEquals("harbour", read("harbour").untilChosen());
  }

  @Test
  void a_theme_builds_on_its_parent_and_that_on_its_own() throws IOException {
    theme("dusk", "name=Dusk\nparent=night");
    theme("later", "name=Later\nparent=dusk");
    assertEquals(
        List.of("paper", "night", "dusk", "later"),
        read().lineage("later").stream().map(Theme::id).toList());
    assertEquals(List.of("paper"), read().lineage("system").stream().map(Theme::id).toList());
  }

  @Test
  void a_property_of_a_language_comes_before_that_of_none() throws IOException {
    theme("harbour", "name=Harbour\nname.nl=Haven");
    Theme harbour = read().lineage("harbour").get(1);
    assertEquals(Optional.of("Haven"), harbour.in("nl", "name"));
    assertEquals(Optional.of("Harbour"), harbour.in("en", "name"));
    assertEquals(Optional.empty(), harbour.in("en", "footer"));
  }

  @Test
  void hidden_files_are_left_out() throws IOException {
    Files.writeString(theme("harbour", "name=Harbour").resolve(".htaccess"), "x");
    Files.createDirectory(folder.resolve(".git"));
    assertEquals(Set.of("harbour/theme.css", "harbour/theme.properties"), read().files().keySet());
  }

  @Test
  void what_is_not_understood_is_refused_by_name() throws IOException {
    theme("night", "name=Mine");
    refuses("the theme night");
  }

  @Test
  void a_parent_that_is_missing_or_goes_round_is_refused() throws IOException {
    theme("one", "name=One\nparent=two");
    refuses("the theme one");
    theme("two", "name=Two\nparent=one");
    refuses("the theme one");
  }

  @Test
  void a_theme_without_a_name_or_a_style_is_refused() throws IOException {
    Path theme = theme("harbour", "footer=x");
    refuses("needs a name");
    Files.delete(theme.resolve("theme.css"));
    refuses("theme.css");
  }

  @Test
  void a_link_that_leads_out_of_the_folder_is_refused_and_one_inside_followed() throws IOException {
    Path theme = theme("harbour", "name=Harbour");
    Path real = Files.writeString(folder.resolve(".real.svg"), "<svg/>");
    Files.createSymbolicLink(theme.resolve("logo.svg"), real);
    assertTrue(read().lineage("harbour").get(1).hasLogo());
    Path outside = Files.writeString(place.resolve("secret.svg"), "<svg/>");
    Files.createSymbolicLink(theme.resolve("waves.svg"), outside);
    refuses("leads out of the folder");
  }

  @Test
  void a_file_that_is_too_large_is_refused() throws IOException {
    Files.write(theme("harbour", "name=Harbour").resolve("big.png"), new byte[513 * 1024]);
    refuses("big.png");
  }

  @Test
  void a_folder_or_a_default_that_is_not_there_is_refused() {
    folder = place.resolve("nowhere");
    refuses("doublelock.themes.dir");
    assertThrows(
        IllegalArgumentException.class, () -> new Themes(Optional.empty(), Optional.of("harbour")));
  }
}
