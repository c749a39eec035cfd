package org.doublelock.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The application that the jar carries, as a WAR. */
final class CarriedApplication {

  /** Of the server's own libraries the one that settings are asked through. */
  private static final String SETTINGS_API = "/MICRO-INF/runtime/microprofile-config-api.jar";

  private CarriedApplication() {}

  /** Here and not by the server, which would copy and read the file once more before that. */
  static void unpack(Path into) throws IOException {
    try (InputStream carried = CarriedApplication.class.getResourceAsStream("/doublelock.war");
        ZipInputStream war = new ZipInputStream(carried)) {
      for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
        Path file = into.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(war, file);
        }
      }
    }
  }

  /** Its classes and libraries, for what needs no server. */
  static URLClassLoader classes(Path unpacked) throws IOException {
    List<URL> places = new ArrayList<>();
    places.add(unpacked.resolve("WEB-INF/classes").toUri().toURL());
    Path libraries = unpacked.resolve("WEB-INF/lib");
    try (InputStream api = CarriedApplication.class.getResourceAsStream(SETTINGS_API)) {
      Files.copy(api, libraries.resolve("settings-api.jar"));
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(libraries, "*.jar")) {
      for (Path jar : jars) {
        places.add(jar.toUri().toURL());
      }
    }
    return new URLClassLoader(
        places.toArray(URL[]::new), CarriedApplication.class.getClassLoader());
  }
}
