package org.doublelock.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.activity.Origin;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.mail.OutboxOn;
import org.doublelock.mail.QueuedMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of which events a mail is queued, and how often. */
class AlertsTest extends OneOwner {

  private OutboxOn outbox;
  private SecurityEvents events;

  @BeforeEach
  void observe() {
    outbox = new OutboxOn(transactions, NOW);
    Alerts alerts =
        new Alerts(
            OutboxOn.settings(), accounts.addresses(), EventsOn.recorder(transactions), outbox);
    events = EventsOn.recorder(transactions, alerts::tell);
  }

  /** Two counts of guesses that take turns are enough to bring about an event every 40 minutes. */
  @Test
  void guessing_that_goes_on_is_told_again_and_again() {
    confirmAddress();
    for (int times = 0; times < 18; times++) {
      happens(EventKind.SIGN_IN_HELD_BACK, "", after(40 * times));
    }
    assertEquals(IntStream.range(0, 9).mapToObj(mail -> after(80 * mail)).toList(), told());
  }

  @Test
  void within_an_hour_one_is_told_of_each_key_and_the_next_after_it() {
    confirmAddress();
    for (String key : List.of("bot", "report")) {
      happens(EventKind.KEY_LOCKED, key, after(0));
      happens(EventKind.KEY_LOCKED, key, after(59));
    }
    assertEquals(List.of(after(0), after(0)), told());
    happens(EventKind.KEY_LOCKED, "bot", after(60));
    assertEquals(List.of(after(0), after(0), after(60)), told());
  }

  @Test
  void guesses_at_passwords_that_anybody_can_make_keep_no_mail_about_codes_back() {
    confirmAddress();
    happens(EventKind.SIGN_IN_HELD_BACK, "", after(0));
    happens(EventKind.SIGN_IN_CODES_HELD_BACK, "", after(1));
    happens(EventKind.SIGN_IN_CODES_HELD_BACK, "", after(2));
    assertEquals(List.of(after(0), after(1)), told());
  }

  @Test
  void what_could_not_be_told_for_want_of_an_address_holds_nothing_back() {
    happens(EventKind.SIGN_IN_HELD_BACK, "", after(0));
    assertEquals(List.of(), told());
    confirmAddress();
    happens(EventKind.SIGN_IN_HELD_BACK, "", after(1));
    assertEquals(List.of(after(1)), told());
  }

  private static Instant after(long minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }

  private void happens(EventKind kind, String detail, Instant at) {
    transactions.in(
        () -> {
          events.record(
              new SecurityEvent(owner.value(), Optional.empty(), kind, detail, Origin.none(), at));
          return null;
        });
  }

  /** When what happened of which a mail is queued, oldest first. */
  private List<Instant> told() {
    return outbox.queued().stream().map(QueuedMail::at).sorted().toList();
  }
}
