package org.doublelock.web.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments on pages, which say the same whatever Java they are written by. */
class PageTimesTest {

  private static final Instant MOMENT = Instant.parse("2026-11-23T17:46:09.123456Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-GB | 23 Nov 2026, 17:46 UTC",
        "en-NL | 23 Nov 2026, 17:46 UTC",
        "en-US | Nov 23, 2026, 5:46\u202fPM UTC",
        "nl-NL | 23 nov 2026, 17:46 UTC",
        "nl-BE | 23 nov 2026, 17:46 UTC"
      })
  void are_written_as_the_region_writes_them(String region, String written) {
    assertEquals(written, in(region).text(MOMENT));
    assertEquals(region, in(region).getLocale());
  }

  private static PageTimes in(String region) {
    return new PageTimes(
        new PageLanguage() {
          @Override
          Locale regional() {
            return Locale.forLanguageTag(region);
          }
        });
  }
}
