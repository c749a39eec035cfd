package org.doublelock.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Once a release is built: whatever its jar holds is in its list of parts and in its notices. */
class PartsOfTheRelease {

  private static final Path TARGET = Path.of("target");

  private final Set<String> listed = new HashSet<>();
  private final Set<String> missing = new TreeSet<>();
  private int files;

  @Test
  void all_stand_in_its_list() throws Exception {
    try (JsonReader json =
        Json.createReader(Files.newBufferedReader(TARGET.resolve("doublelock-sbom.json")))) {
      list(json.readObject());
    }
    String notices = Files.readString(TARGET.resolve("THIRD-PARTY.txt"));
    open("doublelock.jar", Files.newInputStream(TARGET.resolve("doublelock.jar")), notices);
    assertEquals(Set.of(), missing);
    assertTrue(files > 340, () -> "only " + files + " files were found");
  }

  /** Hashes of files, and names and versions. */
  private void list(JsonObject holder) {
    if (!holder.containsKey("components")) {
      return;
    }
    for (JsonObject part : holder.getJsonArray("components").getValuesAs(JsonObject.class)) {
      if (part.containsKey("hashes")) {
        part.getJsonArray("hashes")
            .getValuesAs(JsonObject.class)
            .forEach(hash -> listed.add(hash.getString("content")));
      }
      listed.add(text(part, "group") + ":" + part.getString("name") + ":" + text(part, "version"));
      list(part);
    }
  }

  private static String text(JsonObject part, String name) {
    return part.get(name) instanceof JsonString text ? text.getString() : "";
  }

  private void open(String where, InputStream archive, String notices) throws Exception {
    try (ZipInputStream entries = new ZipInputStream(archive)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = where + "!/" + entry.getName();
        if (entry.getName().matches(".+\\.[a-z]ar")) {
          byte[] file = entries.readAllBytes();
          if (!name.endsWith("!/doublelock.war")) {
            files++;
            require(sha256(file), name);
          }
          open(name, new ByteArrayInputStream(file), notices);
        } else if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
          require(coordinates(entry.getName(), entries), name, notices);
        }
      }
    }
  }

  private static String coordinates(String name, InputStream entry) throws IOException {
    String[] folders = name.split("/");
    Properties said = new Properties();
    said.load(entry);
    return folders[2] + ":" + folders[3] + ":" + said.getProperty("version");
  }

  private void require(String part, String name) {
    if (!listed.contains(part)) {
      missing.add(name + " " + part);
    }
  }

  private void require(String coordinates, String name, String notices) {
    if (coordinates.startsWith("org.doublelock:")) {
      return;
    }
    require(coordinates, name);
    if (!notices.contains("(" + coordinates)) {
      missing.add("in the notices: " + name + " " + coordinates);
    }
  }

  private static String sha256(byte[] file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }
}
