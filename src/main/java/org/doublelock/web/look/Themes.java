package org.doublelock.web.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The themes there are: those that ship, and those in the folder that {@code doublelock.themes.dir}
 * names, one folder each.
 */
@ApplicationScoped
public class Themes {

  static final String FOLDER_SETTING = "doublelock.themes.dir";
  static final String DEFAULT_SETTING = "doublelock.themes.default";

  /** Light or dark as the system is. */
  static final String SYSTEM = "system";

  private static final Map<String, Theme> SHIPPED = shipped();

  private Map<String, Theme> themes;
  private Map<String, byte[]> files;
  private String untilChosen;

  protected Themes() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalArgumentException naming the setting or the theme that is not understood
   */
  @Inject
  public Themes(
      @ConfigProperty(name = FOLDER_SETTING) Optional<String> folder,
      @ConfigProperty(name = DEFAULT_SETTING) Optional<String> untilChosen) {
    Map<String, Theme> all = new LinkedHashMap<>(SHIPPED);
    Map<String, byte[]> content = new LinkedHashMap<>();
    folder.map(Path::of).ifPresent(path -> new ThemeFolder(path).read(all, content));
    this.themes = Collections.unmodifiableMap(all);
    this.files = Map.copyOf(content);
    this.untilChosen = untilChosen.map(String::strip).orElse(SYSTEM);
    if (!choices().contains(this.untilChosen)) {
      throw new IllegalArgumentException(
          DEFAULT_SETTING + " names no theme: " + this.untilChosen + "; there are " + choices());
    }
  }

  /** What a person can pick, {@link #SYSTEM} first. */
  public List<String> choices() {
    List<String> ids = new ArrayList<>();
    ids.add(SYSTEM);
    ids.addAll(themes.keySet());
    return ids;
  }

  /** The choice that holds for whoever made none. */
  public String untilChosen() {
    return untilChosen;
  }

  boolean isShipped(String id) {
    return SHIPPED.containsKey(id) || id.equals(SYSTEM);
  }

  /** The theme and what it builds on, the base first; the base alone for {@link #SYSTEM}. */
  List<Theme> lineage(String id) {
    List<Theme> line = new ArrayList<>();
    Theme next = themes.getOrDefault(id, themes.get(Theme.BASE));
    while (next != null) {
      line.add(0, next);
      next = themes.get(next.parent());
    }
    return line;
  }

  /** The files of the deployer's own themes by their path, such as {@code harbour/logo.svg}. */
  Map<String, byte[]> files() {
    return files;
  }

  private static Map<String, Theme> shipped() {
    Map<String, Theme> all = new LinkedHashMap<>();
    all.put(Theme.BASE, new Theme(Theme.BASE, "", Map.of(), true));
    all.put("night", new Theme("night", Theme.BASE, Map.of(), false));
    all.put("contrast", new Theme("contrast", Theme.BASE, Map.of(), false));
    return all;
  }
}
