package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Clients that a generator makes from the description: they compile, and make signed calls. */
@AcceptanceTest
@OnAnyDatabase
@BeforeRelease
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedClientsIT {

  private static final Path SOURCES = Path.of("src", "test", "openapi");
  private static final Path FOLDER = Path.of("target", "generated-clients").toAbsolutePath();
  private static final String JAVA_HOME = System.getProperty("java.home");

  private boolean generated;

  @Test
  void in_typescript(Owner owner) throws Exception {
    generate(owner.app());
    run(Description.tool("typescript/bin/tsc"));
    assertCalls(call(owner, "node", "compiled/signed-call.js"));
  }

  @Test
  void in_java(Owner owner) throws Exception {
    generate(owner.app());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(JAVA_HOME, "bin", "javac").toString(),
                "-proc:none",
                "-nowarn",
                "-d",
                "classes",
                "-classpath",
                System.getProperty("java.class.path"),
                "SignedCall.java"));
    try (Stream<Path> files = Files.walk(FOLDER.resolve("java/src/main/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::toString)
          .forEach(command::add);
    }
    run(command);
    assertCalls(
        call(
            owner,
            Path.of(JAVA_HOME, "bin", "java").toString(),
            "-classpath",
            "classes:" + System.getProperty("java.class.path"),
            "SignedCall"));
  }

  /** Where the build found a Python with what such a client needs. */
  @Test
  void in_python(Owner owner) throws Exception {
    String python = Files.readString(Path.of("target", "python.path")).strip();
    Assumptions.assumeFalse(python.isEmpty(), "there is no Python with pydantic 2 here");
    generate(owner.app());
    assertCalls(call(owner, "env", "PYTHONPATH=python", python, "signed_call.py"));
  }

  private void generate(RunningApp app) throws Exception {
    if (generated) {
      return;
    }
    empty();
    Description.of(app).writeTo(FOLDER.resolve("openapi.json"));
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.writeString(FOLDER.resolve("package.json"), "{\"type\":\"module\"}");
    run(
        List.of(
            Path.of(JAVA_HOME, "bin", "java").toString(),
            "-jar",
            Path.of("target", "openapi-generator.jar").toAbsolutePath().toString(),
            "batch",
            "--fail-fast",
            "generate-typescript.json",
            "generate-java.json",
            "generate-python.json"));
    generated = true;
  }

  private static void empty() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> files = Files.walk(FOLDER)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(FOLDER);
  }

  private static void run(List<String> command) throws Exception {
    Program.run(FOLDER.toString(), command);
  }

  private static JsonObject call(Owner owner, String... program) throws Exception {
    TestKey key = owner.createKey();
    List<String> command = new ArrayList<>(List.of(program));
    command.add(owner.app().base().toString().replaceAll("/$", ""));
    command.add(key.publicKey());
    command.add(key.secret());
    return Json.createReader(new StringReader(Program.run(FOLDER.toString(), command).lastLine()))
        .readObject();
  }

  private static void assertCalls(JsonObject made) {
    assertEquals(JsonValue.EMPTY_JSON_ARRAY, made.get("errors"), made::toString);
    assertTrue(Double.parseDouble(made.getString("last")) > 0, made::toString);
    assertTrue(Double.parseDouble(made.getString("usd")) > 0, made::toString);
    assertEquals("buy 0.00100000 XBTUSD @ limit 20000.0", made.getString("order"));
  }
}
