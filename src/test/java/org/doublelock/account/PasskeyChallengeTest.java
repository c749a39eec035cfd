package org.doublelock.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PasskeyChallengeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final RelyingParty HERE = new RelyingParty("https://lock.example", "lock.example");

  private final PasskeyChallenge challenge = new PasskeyChallenge();

  @Test
  void is_taken_once() {
    PasskeyChallenge.Issued issued = challenge.issue(HERE, NOW);
    PasskeyChallenge.Issued taken = challenge.take(NOW.plusSeconds(60)).orElseThrow();
    assertArrayEquals(issued.bytes(), taken.bytes());
    assertEquals(HERE, taken.party());
    assertTrue(challenge.take(NOW.plusSeconds(60)).isEmpty());
  }

  @Test
  void lapses_after_ten_minutes() {
    challenge.issue(HERE, NOW);
    assertTrue(challenge.take(NOW.plusSeconds(600)).isEmpty());
    challenge.issue(HERE, NOW);
    assertTrue(challenge.take(NOW.plusSeconds(599)).isPresent());
  }

  @Test
  void is_gone_with_the_session_it_was_issued_in() {
    challenge.issue(HERE, NOW);
    challenge.drop();
    assertTrue(challenge.take(NOW).isEmpty());
  }

  @Test
  void is_another_each_time_and_only_the_last_one_counts() {
    PasskeyChallenge.Issued first = challenge.issue(HERE, NOW);
    PasskeyChallenge.Issued second = challenge.issue(HERE, NOW);
    assertEquals(32, first.bytes().length);
    assertFalse(Arrays.equals(first.bytes(), second.bytes()));
    assertArrayEquals(second.bytes(), challenge.take(NOW).orElseThrow().bytes());
  }

  @Test
  void for_a_new_passkey_it_is_good_in_the_signed_in_session_that_asked_for_it() {
    BearerToken session = BearerToken.random();
    challenge.issueForNew(session, HERE, NOW);
    assertTrue(challenge.takeForNew(BearerToken.random(), NOW).isEmpty());
    challenge.issueForNew(session, HERE, NOW);
    assertTrue(challenge.take(NOW).isEmpty(), "nobody is known by it");
    challenge.issue(HERE, NOW);
    assertTrue(challenge.takeForNew(session, NOW).isEmpty(), "and none is added with another");
    challenge.issueForNew(session, HERE, NOW);
    assertTrue(challenge.takeForNew(session, NOW).isPresent());
  }

  @Test
  void there_is_none_before_one_is_issued() {
    assertTrue(challenge.take(NOW).isEmpty());
  }
}
