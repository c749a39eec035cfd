package org.doublelock.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The schemas that have a name of their own, so that generated clients have it too. */
final class NamedSchemas {

  private final Map<String, Object> schemas = new TreeMap<>();

  /** A reference to the schema under that name; with a number behind it if another one has it. */
  Map<String, Object> reference(String name, Map<String, Object> schema) {
    String own = name;
    for (int next = 2; schemas.containsKey(own) && !schemas.get(own).equals(schema); next++) {
      own = name + next;
    }
    schemas.put(own, schema);
    return Fields.of("$ref", "#/components/schemas/" + own);
  }

  Map<String, Object> all() {
    return Collections.unmodifiableMap(schemas);
  }
}
