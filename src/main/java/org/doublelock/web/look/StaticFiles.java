package org.doublelock.web.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that pages are made of, all read once: those of the application under {@code static},
 * and those of the deployer's own themes. What is not in here is not served, however it is asked
 * for.
 */
@ApplicationScoped
public class StaticFiles {

  private static final String ROOT = "/static/";

  private Map<String, StaticFile> files;

  protected StaticFiles() {
    // for the CDI proxy
  }

  @Inject
  public StaticFiles(ServletContext application, Themes themes) {
    Map<String, StaticFile> all = new HashMap<>();
    read(application, ROOT, all);
    themes
        .files()
        .forEach(
            (path, content) ->
                StaticFile.of(path, content).ifPresent(file -> all.put("themes/" + path, file)));
    this.files = Map.copyOf(all);
  }

  /** The file at a path such as {@code themes/paper/theme.css}; an odd path finds nothing. */
  Optional<StaticFile> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The address that a page names the file by: another one whenever its content changes. */
  String address(String path) {
    StaticFile file =
        find(path).orElseThrow(() -> new IllegalArgumentException("no file at " + path));
    return ROOT + file.mark() + "/" + path;
  }

  private static void read(ServletContext application, String folder, Map<String, StaticFile> all) {
    Set<String> paths = application.getResourcePaths(folder);
    if (paths == null) {
      return;
    }
    for (String path : paths) {
      if (path.endsWith("/")) {
        read(application, path, all);
      } else {
        StaticFile.of(path, bytes(application, path))
            .ifPresent(file -> all.put(path.substring(ROOT.length()), file));
      }
    }
  }

  private static byte[] bytes(ServletContext application, String path) {
    try (InputStream content = application.getResourceAsStream(path)) {
      return content.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
