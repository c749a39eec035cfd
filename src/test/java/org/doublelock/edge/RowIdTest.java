package org.doublelock.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RowIdTest {

  @Test
  void is_read_as_it_is_written() {
    UUID id = UUID.randomUUID();
    assertEquals(Optional.of(id), RowId.parse(id.toString()));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", "new", "../1", "6f2d8bb0-0000-4000-8000-00000000000g"})
  void is_nothing_where_there_is_none(String text) {
    assertEquals(Optional.empty(), RowId.parse(text));
  }
}
