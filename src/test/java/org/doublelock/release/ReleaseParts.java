package org.doublelock.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Adds to the list of parts and to the notices of a release what is inside the jar and is named by
 * no build: the server's own libraries, and those that were merged into others. The build runs it.
 */
public final class ReleaseParts {

  private ReleaseParts() {}

  /**
   * @param arguments the directory in which the jar, the list and the notices are
   */
  public static void main(String[] arguments) throws Exception {
    Path target = Path.of(arguments[0]);
    List<Part> parts = in(target.resolve("doublelock.jar"));
    Path json = target.resolve("doublelock-sbom.json");
    BillOfMaterials list = BillOfMaterials.read(json);
    list.add(parts);
    list.write(json, target.resolve("doublelock-sbom.xml"));
    Notices.add(target.resolve("THIRD-PARTY.txt"), parts);
  }

  /** What lies in the jar and in the application that it carries, which is no part of itself. */
  static List<Part> in(Path jar) throws Exception {
    return PartReader.read(jar.getFileName().toString(), Files.readAllBytes(jar)).inside().stream()
        .flatMap(
            part ->
                part.location().endsWith(".war") ? part.inside().stream() : List.of(part).stream())
        .toList();
  }
}
