package org.doublelock.activity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.PersistenceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.doublelock.activity.Entries;
import org.doublelock.activity.Position;
import org.junit.jupiter.api.Test;

/** A list of 25 entries, the 25th the newest, that is read in parts of ten. */
class ExportedRowsTest {

  private static final int ENTRIES = 25;
  private static final int PART = 10;

  private long lostBelow;
  private Duration time = ExportedRows.LONGEST;
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  @Test
  void all_are_in_the_file() throws IOException {
    assertEquals(Optional.empty(), write(Optional.empty(), 100));
    assertEquals(numbers(25, 1), rows());
  }

  @Test
  void a_file_that_stops_says_where_the_rest_begins_and_the_rest_begins_there() throws IOException {
    Optional<Position> rest = write(Optional.empty(), 20);
    assertEquals(numbers(25, 6), rows());
    file.reset();
    assertEquals(Optional.empty(), write(rest, 20));
    assertEquals(numbers(5, 1), rows());
  }

  @Test
  void one_that_ends_at_the_bound_does_not_say_that_it_stopped() throws IOException {
    write(Optional.empty(), 20);
    file.reset();
    assertEquals(Optional.empty(), write(Optional.of(new Position(0, 21)), 20));
    assertEquals(numbers(20, 1), rows());
  }

  @Test
  void a_file_whose_database_is_lost_says_so_and_the_rest_begins_there() throws IOException {
    lostBelow = 10;
    Optional<Position> rest = write(Optional.empty(), 100);
    assertEquals(numbers(25, 6), rows());
    lostBelow = 0;
    file.reset();
    assertEquals(Optional.empty(), write(rest, 100));
    assertEquals(numbers(5, 1), rows());
  }

  @Test
  void a_file_that_takes_too_long_ends_with_its_part_and_the_rest_begins_there()
      throws IOException {
    time = Duration.ZERO;
    Optional<Position> rest = write(Optional.empty(), 100);
    assertEquals(PART, rows().size());
    time = ExportedRows.LONGEST;
    file.reset();
    assertEquals(Optional.empty(), write(rest, 100));
    assertEquals(ENTRIES - PART, rows().size());
  }

  @Test
  void without_its_first_part_there_is_no_file() {
    lostBelow = ENTRIES + 1;
    assertThrows(PersistenceException.class, () -> write(Optional.empty(), 100));
    assertEquals(List.of(), rows());
  }

  private Optional<Position> write(Optional<Position> from, int most) throws IOException {
    ExportedRows<Long> rows = new ExportedRows<>(this::read, number -> new Object[] {number});
    Entries<Long> first = rows.part(from);
    ExportedRows.End end;
    try (Spreadsheet sheet = new Spreadsheet(file)) {
      end = rows.write(sheet, first, most, time);
    }
    assertEquals(rows().size(), end.rows());
    return end.rest();
  }

  private Entries<Long> read(Optional<Position> before) {
    if (before.map(Position::id).orElse(ENTRIES + 1L) <= lostBelow) {
      throw new PersistenceException("gone");
    }
    long newest = before.map(Position::id).orElse(ENTRIES + 1L) - 1;
    List<Long> part =
        IntStream.range(0, PART)
            .mapToObj(each -> newest - each)
            .filter(number -> number > 0)
            .toList();
    long last = part.get(part.size() - 1);
    return new Entries<>(part, last > 1 ? Optional.of(new Position(0, last)) : Optional.empty());
  }

  private List<String> rows() {
    return file.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> numbers(int newest, int oldest) {
    return IntStream.rangeClosed(-newest, -oldest).mapToObj(each -> "" + -each).toList();
  }
}
