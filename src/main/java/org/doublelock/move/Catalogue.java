package org.doublelock.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables of the embedded database, found in its own catalogue, so that a table of a later
 * migration is moved without a word here.
 */
final class Catalogue {

  /**
   * What PostgreSQL has of its own: which migrations it has seen, which releases may run on it, and
   * its history, which goes on from the embedded one's where that stopped.
   */
  static final Set<String> NOT_MOVED =
      Set.of("flyway_schema_history", "schema_floor", "database_history");

  private static final String SCHEMA = "PUBLIC";
  private static final String TABLES =
      "select table_name from information_schema.tables"
          + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE' order by table_name";
  private static final String COLUMNS =
      "select column_name, data_type, character_maximum_length, identity_base"
          + " from information_schema.columns"
          + " where table_schema = 'PUBLIC' and table_name = ? order by ordinal_position";

  /** What a value without a length of its own may take. */
  private static final long SHORT = 40;

  private Catalogue() {}

  /**
   * Every table that is moved; one that refers to another stands after it.
   *
   * @throws MoveFailure when one has a column, a key or a reference that cannot be moved
   */
  static List<Table> of(Connection source) throws SQLException, MoveFailure {
    Map<String, Table> tables = new TreeMap<>();
    for (String name : names(source)) {
      if (!NOT_MOVED.contains(name.toLowerCase(Locale.ROOT))) {
        tables.put(name, table(source, name));
      }
    }
    Map<String, Set<String>> references = new TreeMap<>();
    for (String name : tables.keySet()) {
      references.put(name, references(source, name));
    }
    return inOrder(references).stream().map(tables::get).toList();
  }

  private static List<String> names(Connection source) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement select = source.prepareStatement(TABLES);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static Table table(Connection source, String name) throws SQLException, MoveFailure {
    Map<String, Column> columns = new LinkedHashMap<>();
    try (PreparedStatement select = source.prepareStatement(COLUMNS)) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Column column = column(rows, name);
          columns.put(column.name(), column);
        }
      }
    }
    List<Column> ordered = new ArrayList<>();
    for (String key : key(source, name)) {
      ordered.add(columns.remove(key));
    }
    int keys = ordered.size();
    if (keys == 0) {
      throw new MoveFailure("launch.move.unknown-shape", name.toLowerCase(Locale.ROOT));
    }
    ordered.addAll(columns.values());
    return new Table(name, List.copyOf(ordered), keys);
  }

  private static Column column(ResultSet row, String table) throws SQLException, MoveFailure {
    String type = row.getString(2);
    Optional<ColumnKind> kind = ColumnKind.of(type);
    if (kind.isEmpty()) {
      throw new MoveFailure("launch.move.unknown-shape", table.toLowerCase(Locale.ROOT));
    }
    return new Column(
        row.getString(1),
        kind.get(),
        Optional.ofNullable(row.getObject(3, Long.class)).orElse(SHORT),
        Optional.ofNullable(row.getObject(4, Long.class)));
  }

  private static Iterable<String> key(Connection source, String table) throws SQLException {
    Map<Integer, String> columns = new TreeMap<>();
    try (ResultSet rows = source.getMetaData().getPrimaryKeys(null, SCHEMA, table)) {
      while (rows.next()) {
        columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    return columns.values();
  }

  private static Set<String> references(Connection source, String table) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (ResultSet rows = source.getMetaData().getImportedKeys(null, SCHEMA, table)) {
      while (rows.next()) {
        tables.add(rows.getString("PKTABLE_NAME"));
      }
    }
    return tables;
  }

  private static Set<String> inOrder(Map<String, Set<String>> references) throws MoveFailure {
    Set<String> ordered = new LinkedHashSet<>();
    while (ordered.size() < references.size()) {
      String next =
          references.keySet().stream()
              .filter(name -> !ordered.contains(name))
              .filter(name -> ordered.containsAll(references.get(name)))
              .findFirst()
              .orElse(null);
      if (next == null) {
        String stuck =
            references.keySet().stream()
                .filter(name -> !ordered.contains(name))
                .findFirst()
                .orElseThrow();
        throw new MoveFailure("launch.move.unknown-shape", stuck.toLowerCase(Locale.ROOT));
      }
      ordered.add(next);
    }
    return ordered;
  }
}
