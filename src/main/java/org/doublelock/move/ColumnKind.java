package org.doublelock.move;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a column holds, by the names that the standard's catalogue has for its type. A value is read
 * from either database as one that is equal exactly when both hold the same.
 */
enum ColumnKind {
  TEXT(ResultSet::getString, "CHARACTER VARYING", "CHARACTER", "CHARACTER LARGE OBJECT"),
  WHOLE_NUMBER(
      (rows, column) -> {
        long number = rows.getLong(column);
        return rows.wasNull() ? null : number;
      },
      "BIGINT",
      "INTEGER",
      "SMALLINT"),
  DECIMAL(
      (rows, column) -> {
        BigDecimal number = rows.getBigDecimal(column);
        return number == null ? null : number.stripTrailingZeros();
      },
      "NUMERIC"),
  FRACTION(
      (rows, column) -> {
        double number = rows.getDouble(column);
        return rows.wasNull() ? null : number;
      },
      "DOUBLE PRECISION",
      "REAL"),
  TRUTH((rows, column) -> rows.getObject(column, Boolean.class), "BOOLEAN"),
  ID((rows, column) -> rows.getObject(column, UUID.class), "UUID"),
  MOMENT(
      (rows, column) -> {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
      },
      "TIMESTAMP WITH TIME ZONE"),
  LOCAL_TIME((rows, column) -> rows.getObject(column, LocalDateTime.class), "TIMESTAMP"),
  DAY((rows, column) -> rows.getObject(column, LocalDate.class), "DATE"),
  BYTES(
      (rows, column) -> {
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? null : ByteBuffer.wrap(bytes);
      },
      "BINARY VARYING",
      "BINARY",
      "BINARY LARGE OBJECT");

  private final Reading reading;
  private final Set<String> types;

  ColumnKind(Reading reading, String... types) {
    this.reading = reading;
    this.types = Set.of(types);
  }

  /** Empty for a type that no column of ours has had yet. */
  static Optional<ColumnKind> of(String type) {
    return Arrays.stream(values()).filter(each -> each.types.contains(type)).findFirst();
  }

  /** The value of that column, from 1; null as it is. */
  Object read(ResultSet rows, int column) throws SQLException {
    return reading.value(rows, column);
  }

  /** Sets a value that was read. */
  static void set(PreparedStatement statement, int parameter, Object value) throws SQLException {
    if (value == null) {
      statement.setNull(parameter, Types.NULL);
    } else if (value instanceof Instant instant) {
      statement.setObject(parameter, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof ByteBuffer bytes) {
      statement.setBytes(parameter, bytes.array());
    } else {
      statement.setObject(parameter, value);
    }
  }

  private interface Reading {
    Object value(ResultSet rows, int column) throws SQLException;
  }
}
