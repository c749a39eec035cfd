package org.doublelock.account.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.doublelock.account.BearerToken;
import org.junit.jupiter.api.Test;

class PasskeyChallengeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final RelyingParty HERE = new RelyingParty("https://lock.example", "lock.example");

  private final PasskeyChallenge challenge = new PasskeyChallenge();

  @Test
  void is_taken_once() {
    PasskeyChallenge.Issued issued = challenge.issue(HERE, NOW);
    PasskeyChallenge.Issued taken = take(issued, NOW.plusSeconds(60)).orElseThrow();
    assertArrayEquals(issued.bytes(), taken.bytes());
    assertEquals(HERE, taken.party());
    assertTrue(take(issued, NOW.plusSeconds(60)).isEmpty());
  }

  @Test
  void lapses_after_ten_minutes() {
    assertTrue(take(challenge.issue(HERE, NOW), NOW.plusSeconds(600)).isEmpty());
    assertTrue(take(challenge.issue(HERE, NOW), NOW.plusSeconds(599)).isPresent());
  }

  @Test
  void is_gone_with_the_session_it_was_issued_in() {
    PasskeyChallenge.Issued issued = challenge.issue(HERE, NOW);
    challenge.drop();
    assertTrue(take(issued, NOW).isEmpty());
  }

  @Test
  void is_another_for_each_page_and_one_ends_no_other() {
    PasskeyChallenge.Issued first = challenge.issue(HERE, NOW);
    PasskeyChallenge.Issued second = challenge.issue(HERE, NOW);
    assertEquals(32, first.bytes().length);
    assertFalse(Arrays.equals(first.bytes(), second.bytes()));
    assertTrue(take(second, NOW).isPresent());
    assertTrue(take(first, NOW).isPresent());
    assertTrue(take(first, NOW).isEmpty());
    assertTrue(challenge.take(new byte[32], NOW).isEmpty(), "nor is one that was never issued");
  }

  @Test
  void sixteen_pages_may_wait_and_then_the_oldest_is_forgotten() {
    PasskeyChallenge.Issued oldest = challenge.issue(HERE, NOW);
    PasskeyChallenge.Issued next = challenge.issue(HERE, NOW);
    for (int page = 2; page < PasskeyChallenge.MAX + 1; page++) {
      challenge.issue(HERE, NOW);
    }
    assertTrue(take(oldest, NOW).isEmpty());
    assertTrue(take(next, NOW).isPresent());
  }

  @Test
  void for_a_new_passkey_it_is_good_in_the_signed_in_session_that_asked_for_it() {
    BearerToken session = BearerToken.random();
    byte[] stolen = challenge.issueForNew(session, HERE, NOW).bytes();
    assertTrue(challenge.takeForNew(stolen, BearerToken.random(), NOW).isEmpty());
    assertTrue(challenge.takeForNew(stolen, session, NOW).isEmpty(), "gone with the attempt");
    PasskeyChallenge.Issued forNew = challenge.issueForNew(session, HERE, NOW);
    assertTrue(take(forNew, NOW).isEmpty(), "nobody is known by it");
    byte[] known = challenge.issue(HERE, NOW).bytes();
    assertTrue(challenge.takeForNew(known, session, NOW).isEmpty(), "nor is one added");
    byte[] own = challenge.issueForNew(session, HERE, NOW).bytes();
    assertTrue(challenge.takeForNew(own, session, NOW).isPresent());
  }

  private Optional<PasskeyChallenge.Issued> take(PasskeyChallenge.Issued issued, Instant now) {
    return challenge.take(issued.bytes(), now);
  }
}
