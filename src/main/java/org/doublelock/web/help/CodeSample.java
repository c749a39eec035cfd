package org.doublelock.web.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signed call written out in one language, ready to run.
 *
 * @param language the language's own name
 * @param code the program, filled in
 */
public record CodeSample(String language, String code) {

  /** The function that every key may call, here and before an API of somebody's own. */
  public static final String FOR_EVERY_KEY = "GetApiKeyInfo";

  private static final Map<String, String> FILES =
      Map.of(
          "curl",
          "curl.txt",
          "Python",
          "python.txt",
          "JavaScript",
          "javascript.txt",
          "Java",
          "java.txt");
  private static final List<String> ORDER = List.of("curl", "Python", "JavaScript", "Java");

  /**
   * All samples, for a key and the server it is used at.
   *
   * @param function the name of the private function that is called, without arguments
   * @param apiSecret the secret, or what stands in its place
   * @param otp the second factor, or what stands in its place
   */
  public static List<CodeSample> all(
      String server, String function, String apiKey, String apiSecret, String otp) {
    Map<String, String> values =
        Map.of(
            "{{server}}", server,
            "{{path}}", "/0/private/" + function,
            "{{api-key}}", apiKey,
            "{{api-secret}}", apiSecret,
            "{{otp}}", otp);
    return ORDER.stream()
        .map(name -> new CodeSample(name, fill(read(FILES.get(name)), values)))
        .toList();
  }

  private static String fill(String template, Map<String, String> values) {
    String filled = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled;
  }

  private static String read(String file) {
    try (InputStream sample = CodeSample.class.getResourceAsStream("/samples/" + file)) {
      return new String(
          Optional.ofNullable(sample).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the sample " + file, unreadable);
    }
  }
}
