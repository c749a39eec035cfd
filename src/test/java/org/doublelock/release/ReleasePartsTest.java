package org.doublelock.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fish.payara.micro.PayaraMicro;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.doublelock.release.Part.Coordinates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the server's own jar, as the build has it. */
class ReleasePartsTest {

  private static List<Part> parts;

  @TempDir private Path folder;

  @BeforeAll
  static void read() throws Exception {
    Path server =
        Path.of(PayaraMicro.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    parts = ReleaseParts.in(server);
  }

  private static Stream<Part> all() {
    return parts.stream().flatMap(Part::all);
  }

  private static Part file(String name) {
    return all().filter(part -> part.location().endsWith("/" + name)).findFirst().orElseThrow();
  }

  @Test
  void are_files_by_what_they_say_of_themselves() {
    assertTrue(parts.size() > 300, () -> parts.size() + " parts");
    assertEquals(
        new Coordinates("org.ow2.asm", "asm", "9.8"), file("asm.jar").coordinates().orElseThrow());
    assertEquals(List.of("BSD-3-Clause"), file("asm.jar").licences());
    assertEquals("hazelcast", file("hazelcast.jar").name());
    assertEquals("schemas.jar", file("schemas.jar").name());
    assertTrue(file("__cp_jdbc_ra.jar").location().contains("__cp_jdbc_ra.rar!/lib/install"));
  }

  @Test
  void are_libraries_that_were_merged_into_others() {
    assertTrue(
        file("hazelcast.jar").inside().stream()
            .anyMatch(part -> part.name().equals("snakeyaml-engine") && part.sha256().isEmpty()));
    assertTrue(
        file("jakarta.json.jar").inside().stream().anyMatch(part -> part.name().equals("parsson")));
  }

  @Test
  void have_a_name_and_mostly_a_licence() {
    List<Part> without = all().filter(part -> part.licences().isEmpty()).toList();
    assertTrue(without.size() < all().count() / 10, without::toString);
    assertEquals(List.of(), all().filter(part -> part.name().isBlank()).toList());
  }

  @Test
  void are_added_to_the_list_within_what_holds_them_and_to_the_notices() throws Exception {
    Path json = folder.resolve("sbom.json");
    Path xml = folder.resolve("sbom.xml");
    Files.writeString(
        json,
        """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [
          {"type": "library", "group": "fish.payara.extras", "name": "payara-micro",
           "version": "1", "bom-ref": "server"},
          {"type": "library", "group": "com.h2database", "name": "h2", "version": "2.2.224",
           "bom-ref": "h2"}]}
        """);
    BillOfMaterials list = BillOfMaterials.read(json);
    list.add(parts);
    list.write(json, xml);

    String written = Files.readString(json);
    assertTrue(written.contains("pkg:maven/org.snakeyaml/snakeyaml-engine@"));
    assertTrue(written.contains("MICRO-INF/runtime/h2.jar"));
    assertEquals(-1, written.indexOf("pkg:maven/com.h2database/h2@"), "it was there already");
    assertTrue(Files.readString(xml).contains("pkg:maven/org.snakeyaml/snakeyaml-engine@"));
    assertEquals(written, again(json, xml));

    Path notices = Files.writeString(folder.resolve("notices.txt"), "Others\n");
    Notices.add(notices, parts);
    String text = Files.readString(notices);
    assertTrue(text.startsWith("Others\n\nInside them"), text);
    Notices.add(notices, parts);
    assertEquals(text, Files.readString(notices));
    assertTrue(text.contains("(BSD-3-Clause) asm (org.ow2.asm:asm:9.8)"), text);
  }

  /** What is read and written once more is the same. */
  private static String again(Path json, Path xml) throws Exception {
    BillOfMaterials.read(json).write(json, xml);
    return Files.readString(json);
  }
}
