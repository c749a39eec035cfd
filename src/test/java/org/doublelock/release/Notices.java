package org.doublelock.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The notices for people: below the libraries that the build names, those that these hold. */
final class Notices {

  private static final String HEADING = "\nInside them, as far as they tell:\n\n";

  private Notices() {}

  /** In place of what was added before: the plugin leaves a file that is still right. */
  static void add(Path notices, List<Part> parts) throws IOException {
    String named = Files.readString(notices).split(HEADING)[0];
    Files.writeString(
        notices,
        parts.stream()
            .flatMap(Part::all)
            .map(Notices::line)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining("", named + HEADING, "")));
  }

  private static String line(Part part) {
    String licences = part.licences().isEmpty() ? "not told" : String.join(" | ", part.licences());
    String of =
        part.coordinates()
            .map(each -> each.group() + ":" + each.artifact() + ":" + each.version())
            .orElseGet(() -> part.location().replaceFirst("^.*/", ""));
    return "     (" + licences + ") " + part.name() + " (" + of + ")\n";
  }
}
