package org.doublelock.release;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads what a jar holds: files that are libraries themselves, and libraries that were merged into
 * it and left what Maven writes into each.
 */
final class PartReader {

  private static final Pattern ARCHIVE = Pattern.compile(".+\\.(jar|rar|war)");
  private static final Pattern MAVEN =
      Pattern.compile("META-INF/maven/([^/]+/[^/]+)/pom\\.(properties|xml)");
  private static final Pattern LICENCES =
      Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL);
  private static final Pattern LICENCE =
      Pattern.compile("<license>.*?<name>(.*?)</name>", Pattern.DOTALL);

  /** Between licences; the name of one has a comma of its own. */
  private static final Pattern SEVERAL = Pattern.compile("\\s*,\\s*+(?!Version )");

  /** Files that name no coordinates, by their bundle's name. */
  private static final Map<String, String> BUNDLES =
      Map.of(
          "org.objectweb.asm", "org.ow2.asm:asm",
          "org.objectweb.asm.tree", "org.ow2.asm:asm-tree",
          "org.objectweb.asm.tree.analysis", "org.ow2.asm:asm-analysis",
          "org.objectweb.asm.commons", "org.ow2.asm:asm-commons",
          "org.objectweb.asm.util", "org.ow2.asm:asm-util",
          "com.h2database", "com.h2database:h2",
          "reactive-streams", "org.reactivestreams:reactive-streams",
          "io.projectreactor.reactor-core", "io.projectreactor:reactor-core");

  private PartReader() {}

  /** What is said by Maven of one library. */
  private static final class Told {
    private final String folder;
    private final Properties properties = new Properties();
    private List<String> licences = List.of();

    private Told(String folder) {
      this.folder = folder;
    }

    /** The folder is called after group and artifact, which is more than some files say. */
    private Part.Coordinates coordinates() {
      String[] names = folder.split("/");
      return new Part.Coordinates(names[0], names[1], properties.getProperty("version"));
    }
  }

  /**
   * @param location what the file is called where it lies
   * @param archive its bytes
   */
  static Part read(String location, byte[] archive) throws IOException {
    List<Part> inside = new ArrayList<>();
    Map<String, Told> told = new TreeMap<>();
    Attributes manifest = new Attributes();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = entry.getName();
        Matcher maven = MAVEN.matcher(name);
        if (ARCHIVE.matcher(name).matches()) {
          inside.add(read(location + "!/" + name, entries.readAllBytes()));
        } else if (name.equals("META-INF/MANIFEST.MF")) {
          manifest = new Manifest(whole(entries)).getMainAttributes();
        } else if (maven.matches() && maven.group(2).equals("xml")) {
          told.computeIfAbsent(maven.group(1), Told::new).licences =
              licences(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
        } else if (maven.matches()) {
          told.computeIfAbsent(maven.group(1), Told::new).properties.load(entries);
        }
      }
    }
    told.values().removeIf(each -> each.properties.getProperty("version") == null);
    return part(location, archive, manifest, told, inside);
  }

  private static InputStream whole(ZipInputStream entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entry.transferTo(bytes);
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static Part part(
      String location,
      byte[] archive,
      Attributes manifest,
      Map<String, Told> told,
      List<Part> inside) {
    String file = location.replaceFirst("^.*/", "");
    Optional<Told> own = own(file.replaceFirst("(-\\d[^/]*)?\\.[a-z]+$", ""), told);
    Optional<Part.Coordinates> coordinates =
        own.map(Told::coordinates).or(() -> byBundle(manifest));
    List<String> licences =
        own.map(each -> each.licences)
            .filter(those -> !those.isEmpty())
            .orElseGet(() -> licences(manifest));
    for (Told each : told.values()) {
      if (own.isEmpty() || each != own.get()) {
        inside.add(merged(location, each, coordinates, licences));
      }
    }
    return new Part(
        location,
        Optional.of(sha256(archive)),
        coordinates,
        coordinates.map(Part.Coordinates::artifact).or(() -> bundle(manifest)).orElse(file),
        coordinates.map(Part.Coordinates::version).or(() -> version(manifest)),
        licences,
        List.copyOf(inside));
  }

  /** Of several that the file tells of, the one that it is called after. */
  private static Optional<Told> own(String called, Map<String, Told> told) {
    return told.values().stream()
        .filter(each -> told.size() == 1 || each.coordinates().artifact().equals(called))
        .findFirst();
  }

  /** One that tells no licence has that of its file, if both are of one group. */
  private static Part merged(
      String location,
      Told told,
      Optional<Part.Coordinates> holder,
      List<String> licencesOfHolder) {
    Part.Coordinates own = told.coordinates();
    boolean oneGroup = holder.filter(each -> each.group().equals(own.group())).isPresent();
    return new Part(
        location,
        Optional.empty(),
        Optional.of(own),
        own.artifact(),
        Optional.of(own.version()),
        told.licences.isEmpty() && oneGroup ? licencesOfHolder : told.licences,
        List.of());
  }

  private static Optional<Part.Coordinates> byBundle(Attributes manifest) {
    return bundle(manifest)
        .map(BUNDLES::get)
        .map(each -> each.split(":"))
        .map(each -> new Part.Coordinates(each[0], each[1], version(manifest).orElseThrow()));
  }

  private static Optional<String> bundle(Attributes manifest) {
    return Optional.ofNullable(manifest.getValue("Bundle-SymbolicName"))
        .map(name -> name.replaceFirst(";.*", "").strip());
  }

  /** What it was built as; a bundle's version is of another form. */
  private static Optional<String> version(Attributes manifest) {
    return Optional.ofNullable(manifest.getValue("Implementation-Version"))
        .or(() -> Optional.ofNullable(manifest.getValue("Bundle-Version")));
  }

  private static List<String> licences(Attributes manifest) {
    return Optional.ofNullable(manifest.getValue("Bundle-License")).stream()
        .flatMap(all -> SEVERAL.splitAsStream(all))
        .map(one -> one.replaceFirst(";link=.*", "").replace("\"", "").strip())
        .toList();
  }

  private static List<String> licences(String pom) {
    Matcher all = LICENCES.matcher(pom);
    return all.find()
        ? LICENCE.matcher(all.group(1)).results().map(one -> one.group(1).strip()).toList()
        : List.of();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
