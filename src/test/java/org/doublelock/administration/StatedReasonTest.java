package org.doublelock.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.Origin;
import org.doublelock.activity.SecurityEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedReasonTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "    ", "why", "\n\n\n\n\n\n\n"})
  void one_that_says_nothing_is_none(String typed) {
    assertEquals(Optional.empty(), StatedReason.parse("olga", typed));
  }

  @Test
  void it_has_its_bounds_and_becomes_one_line() {
    assertEquals(Optional.empty(), StatedReason.parse("olga", "x".repeat(121)));
    assertEquals("x".repeat(120), StatedReason.parse("olga", "x".repeat(120)).get().text());
    assertEquals(
        "lost phone, called back",
        StatedReason.parse("olga", "  lost phone,\r\n\tcalled\u0000 back ").get().text());
  }

  @Test
  void what_is_written_down_says_who_and_why_and_not_from_where() {
    AccountId account = AccountId.random();
    SecurityEvent event =
        new StatedReason("olga", "lost phone")
            .event(EventKind.ACCOUNT_LOCKED, account, Instant.EPOCH);
    assertEquals("olga: lost phone", event.detail());
    assertEquals(Origin.none(), event.origin());
  }
}
