package org.doublelock.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was written down about an event in words of no language is read again for a page. */
class EventDetailTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bot (2026-11-30T04:04:01Z; AddOrder)                                 | bot     | ''            | ''      | 1 | AddOrder
          bot (2026-11-30T04:04:01Z; 127.0.0.1; AddExport, AddOrder … +28)     | bot     | 127.0.0.1     | ''      | 30 | AddExport, AddOrder
          bot (2026-11-30T04:04:01Z; 2001:db8::/32; 500.5 USD; Add, Balance)   | bot     | 2001:db8::/32 | 500.5 USD | 2 | Add, Balance
          bot (2026-11-30T04:04:01Z; 500 USD; … +61)                           | bot     | ''            | 500 USD | 61 | ''
          bot (2026-11-30T04:04:01Z; Add)                                      | bot     | ''            | ''      | 1 | Add
          my (2) bot (2026-11-30T04:04:01Z; 127.0.0.1; Balance)                | my (2) bot | 127.0.0.1  | ''      | 1 | Balance
          """)
  void what_a_key_was_unlocked_for(
      String detail, String name, String address, String most, int actions, String named) {
    for (EventKind kind :
        new EventKind[] {EventKind.LEASE_GRANTED, EventKind.LEASE_GRANTED_BY_CALL}) {
      assertEquals(
          new EventDetail(
              name,
              Optional.of(
                  new EventDetail.Opened(
                      Instant.parse("2026-11-30T04:04:01Z"), address, most, actions, named)),
              Optional.empty(),
              Optional.empty()),
          EventDetail.of(kind.code(), detail));
    }
  }

  @ParameterizedTest
  @CsvSource({"bot (0 ×), bot, 0", "my (2 ×) bot (31 ×), my (2 ×) bot, 31"})
  void how_many_calls_were_made(String detail, String name, long calls) {
    assertEquals(
        new EventDetail(name, Optional.empty(), Optional.of(calls), Optional.empty()),
        EventDetail.of(EventKind.LEASE_RAN_OUT.code(), detail));
    assertEquals(
        new EventDetail(name, Optional.empty(), Optional.of(calls), Optional.empty()),
        EventDetail.of(EventKind.LEASE_ENDED.code(), detail));
  }

  @Test
  void since_when_a_key_must_have_a_second_factor() {
    assertEquals(
        new EventDetail(
            "my (2) bot",
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2026-12-01T00:00:00Z"))),
        EventDetail.of(EventKind.TWO_FACTOR_REQUIRED.code(), "my (2) bot (2026-12-01T00:00:00Z)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          two-factor-required | bot
          two-factor-required | bot (soon)
          lease-granted | bot
          lease-granted | bot (tomorrow; AddOrder)
          lease-granted | bot (2026-11-30T04:04:01Z)
          lease-granted | bot (0 ×)
          lease-ended   | bot
          lease-ended   | bot (2026-11-30T04:04:01Z; AddOrder)
          lease-ended   | bot (many ×)
          """)
  void what_cannot_be_read_is_shown_as_it_is(String code, String detail) {
    assertEquals(
        new EventDetail(detail, Optional.empty(), Optional.empty(), Optional.empty()),
        EventDetail.of(code, detail));
  }

  @Test
  void a_key_that_is_called_like_a_detail_is_taken_for_none() {
    String detail = "bot (2026-11-30T04:04:01Z; AddOrder)";
    for (String code : new String[] {EventKind.KEY_CREATED.code(), "of-a-newer-release"}) {
      assertEquals(detail, EventDetail.of(code, detail).name());
    }
  }
}
