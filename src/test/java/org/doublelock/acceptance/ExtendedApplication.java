package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The built application with something in it that it does not come with. */
public final class ExtendedApplication {

  private ExtendedApplication() {}

  /**
   * Makes one with a deployer's own classes, as one more library of the WAR.
   *
   * @param folder where the classes are, and where the file is to be
   * @param classFiles the classes, from the folder on
   * @return a self-contained jar
   */
  public static Path with(Path folder, String... classFiles) throws IOException {
    Path library = folder.resolve("extension.jar");
    Files.deleteIfExists(library);
    try (FileSystem jar = FileSystems.newFileSystem(library, Map.of("create", "true"))) {
      for (String file : classFiles) {
        Files.createDirectories(jar.getPath(file).toAbsolutePath().getParent());
        Files.copy(folder.resolve(file), jar.getPath(file));
      }
      Files.createDirectories(jar.getPath("META-INF"));
      Files.writeString(
          jar.getPath("META-INF/beans.xml"),
          "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
              + " bean-discovery-mode=\"annotated\"/>");
    }
    return with(library, "WEB-INF/lib/extension.jar", folder);
  }

  /**
   * Makes the release after this one, whose schema is one migration further.
   *
   * @param folder where the migration is, and where the file is to be
   * @param migration the name of its file
   * @return a self-contained jar
   */
  public static Path migratingFurther(Path folder, String migration) throws IOException {
    return with(folder.resolve(migration), "WEB-INF/classes/db/migration/" + migration, folder);
  }

  private static Path with(Path file, String place, Path folder) throws IOException {
    Path war = copy("doublelock.war", folder);
    put(file, war, place);
    Path whole = copy("doublelock.jar", folder);
    put(war, whole, "doublelock.war");
    return whole;
  }

  private static Path copy(String built, Path folder) throws IOException {
    return Files.copy(
        Path.of("target", built), folder.resolve(built), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void put(Path file, Path archive, String place) throws IOException {
    try (FileSystem entries = FileSystems.newFileSystem(archive)) {
      Files.copy(file, entries.getPath(place), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
