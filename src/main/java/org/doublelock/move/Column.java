package org.doublelock.move;

import java.util.Locale;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name as the embedded database has it
 * @param kind what it holds
 * @param length how many characters or bytes a value has at most
 * @param nextNumber what the next row gets, where the database numbers rows
 */
record Column(String name, ColumnKind kind, long length, Optional<Long> nextNumber) {

  /** How statements name it on PostgreSQL. */
  String onTarget() {
    return quoted(name.toLowerCase(Locale.ROOT));
  }

  /** How statements name it on the embedded database. */
  String onSource() {
    return quoted(name);
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
