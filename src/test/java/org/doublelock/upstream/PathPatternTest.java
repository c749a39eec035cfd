package org.doublelock.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

  private static final PathPattern LOAN = new PathPattern("/v1/books/{book}/loan");

  @Test
  void a_name_in_braces_is_any_one_segment() {
    assertTrue(LOAN.matches("/v1/books/978-3.16~x_1/loan"));
    assertTrue(new PathPattern("/v1/books").matches("/v1/books"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/books//loan",
        "/v1/books/1/loan/",
        "//v1/books/1/loan",
        "/v1/books/1/2/loan",
        "/v1/books/../loan",
        "/v1/books/./loan",
        "/v1/books/%31/loan",
        "/v1/books/1;x=2/loan",
        "/v1/books/1/loan?x",
        "/V1/books/1/loan",
        "/v1/books/{book}/loan",
        "v1/books/1/loan",
        "/v1/books/1 /loan",
        "/v1/books/é/loan",
        "/",
        ""
      })
  void nothing_that_a_server_could_read_as_another_path_matches(String path) {
    assertFalse(LOAN.matches(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"v1", "", "/", "/v1/", "/{}", "/{a b}", "/a{b}", "/../a", "/a?b", "/a;b", "/%61"})
  void is_written_in_plain_segments(String text) {
    assertThrows(IllegalArgumentException.class, () -> new PathPattern(text));
  }

  @ParameterizedTest
  @CsvSource({
    "/a/{b}, /a/c, true",
    "/a/{b}, /{c}/d, true",
    "/a/{b}, /a/{c}, true",
    "/a/{b}, /c/{b}, false",
    "/a/{b}, /a/{b}/c, false"
  })
  void overlaps_where_one_path_matches_both(String one, String other, boolean overlap) {
    assertEquals(overlap, new PathPattern(one).overlaps(new PathPattern(other)));
    assertEquals(overlap, new PathPattern(other).overlaps(new PathPattern(one)));
  }
}
