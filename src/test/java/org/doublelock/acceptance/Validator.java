package org.doublelock.acceptance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The Nu Html Checker, the one behind validator.w3.org, on this machine. The build gets it; what is
 * accepted, and why, stands in src/test/validator/accepted.txt.
 */
final class Validator {

  private static final Path JAR =
      Path.of("target", "validator", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
  private static final Path ACCEPTED = Path.of("src", "test", "validator", "accepted.txt");

  private Validator() {}

  /**
   * What it finds wrong.
   *
   * @param sources pages as they were sent, by a name for each
   * @param folder empty; the pages are left there
   */
  static List<String> faults(Map<String, String> sources, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> page : sources.entrySet()) {
      Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
    }
    String answer =
        Program.run(
                ".",
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-jar",
                    JAR.toString(),
                    "--format",
                    "json",
                    "--stdout",
                    "--exit-zero-always",
                    "--filterfile",
                    ACCEPTED.toString(),
                    folder.toString()))
            .lastLine();
    return JsonParser.parseString(answer)
        .getAsJsonObject()
        .getAsJsonArray("messages")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .map(Validator::inWords)
        .toList();
  }

  private static String inWords(JsonObject message) {
    String page = message.get("url").getAsString();
    return page.substring(page.lastIndexOf('/') + 1)
        + ": "
        + message.get("message").getAsString()
        + (message.has("extract") ? " in " + message.get("extract").getAsString() : "");
  }
}
