package org.doublelock.edge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLengthTest {

  @Test
  void is_told_or_the_body_is_in_chunks() {
    assertTrue(BodyLength.isPlain(List.of()));
    assertTrue(BodyLength.isPlain(List.of("chunked")));
    assertTrue(BodyLength.isPlain(List.of(" Chunked ")));
  }

  @Test
  void is_not_told_twice() {
    assertFalse(BodyLength.isPlain(List.of("chunked", "chunked")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip", "identity", "gzip, chunked", "chunked, gzip", "chunked;q=1"})
  void is_in_no_other_coding(String coding) {
    assertFalse(BodyLength.isPlain(List.of(coding)));
  }
}
