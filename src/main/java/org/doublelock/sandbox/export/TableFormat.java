package org.doublelock.sandbox.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a table is written as text. */
enum TableFormat {
  CSV(","),
  TSV("\t");

  private final String between;

  TableFormat(String between) {
    this.between = between;
  }

  static Optional<TableFormat> fromCode(String code) {
    return Arrays.stream(values()).filter(format -> format.name().equals(code)).findFirst();
  }

  /** The ending of a file's name. */
  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** One line with its end: every field in quotes, a quote in it doubled. */
  String line(Collection<String> fields) {
    return fields.stream()
        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(between, "", "\n"));
  }
}
