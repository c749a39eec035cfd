package org.doublelock.web.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of a form or a query as browsers write them, in the order they came in. */
record FormFields(Map<String, List<String>> values) {

  /**
   * @param encoded what is written as no browser would is taken as it stands
   */
  static FormFields of(Stream<String> encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    encoded
        .flatMap(part -> Stream.of(part.split("&")))
        .filter(pair -> !pair.isEmpty())
        .forEach(
            pair -> {
              String[] parts = pair.split("=", 2);
              values
                  .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                  .add(parts.length == 1 ? "" : decoded(parts[1]));
            });
    return new FormFields(values);
  }

  List<String> of(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
