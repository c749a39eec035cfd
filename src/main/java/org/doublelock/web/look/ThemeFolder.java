package org.doublelock.web.look;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of a deployer's own themes, read whole at the start: what is asked for later is looked
 * up among what was read, and no path ever comes from a request.
 */
record ThemeFolder(Path folder) {

  private static final String NAME = "[a-z][a-z0-9-]{0,30}";
  private static final String PROPERTIES = "theme.properties";
  private static final String STYLE = "theme.css";
  private static final long LARGEST = 512L * 1024;

  /**
   * Adds its themes and their files.
   *
   * @throws IllegalArgumentException saying which theme is not understood, and why
   */
  void read(Map<String, Theme> themes, Map<String, byte[]> files) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(Themes.FOLDER_SETTING + " is no folder: " + folder);
    }
    Map<String, Theme> own = new TreeMap<>();
    for (Path theme : inside(folder)) {
      if (Files.isDirectory(theme)) {
        own.put(theme.getFileName().toString(), read(theme, themes, files));
      }
    }
    own.values().forEach(theme -> requireParent(theme, themes, own));
    themes.putAll(own);
  }

  private Theme read(Path theme, Map<String, Theme> shipped, Map<String, byte[]> files) {
    String id = theme.getFileName().toString();
    if (!id.matches(NAME) || id.equals(Themes.SYSTEM) || shipped.containsKey(id)) {
      throw fault(
          id,
          "its folder needs another name: small letters, digits and hyphens, not that of a shipped theme");
    }
    Map<String, byte[]> own =
        inside(theme).stream()
            .filter(Files::isRegularFile)
            .collect(
                Collectors.toMap(file -> file.getFileName().toString(), file -> bytes(id, file)));
    if (!own.containsKey(STYLE) || !own.containsKey(PROPERTIES)) {
      throw fault(id, "it needs a " + PROPERTIES + " and a " + STYLE);
    }
    Map<String, String> properties = properties(id, own.get(PROPERTIES));
    if (properties.getOrDefault("name", "").isBlank()) {
      throw fault(id, PROPERTIES + " needs a name");
    }
    own.forEach((name, content) -> files.put(id + "/" + name, content));
    return new Theme(
        id,
        properties.getOrDefault("parent", Theme.BASE).strip(),
        properties,
        own.containsKey("logo.svg"));
  }

  private static void requireParent(
      Theme theme, Map<String, Theme> shipped, Map<String, Theme> own) {
    String parent = theme.parent();
    for (int steps = 0; !shipped.containsKey(parent); steps++) {
      if (!own.containsKey(parent) || steps > own.size()) {
        throw fault(theme.id(), "its parent is no theme: " + theme.parent());
      }
      parent = own.get(parent).parent();
    }
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A link is followed where it stays inside the folder of the themes, as mounted ones do. */
  private byte[] bytes(String theme, Path file) {
    try {
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw fault(theme, "a file leads out of the folder: " + file.getFileName());
      }
      if (Files.size(file) > LARGEST) {
        throw fault(theme, "a file is larger than 512 KiB: " + file.getFileName());
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, String> properties(String theme, byte[] content) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new IllegalArgumentException("the theme " + theme + ": " + PROPERTIES, unreadable);
    }
    return read.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, read::getProperty));
  }

  private static IllegalArgumentException fault(String theme, String what) {
    return new IllegalArgumentException(
        Themes.FOLDER_SETTING + ", the theme " + theme + ": " + what);
  }
}
