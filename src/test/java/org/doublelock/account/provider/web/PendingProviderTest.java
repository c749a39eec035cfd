package org.doublelock.account.provider.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.BearerToken;
import org.doublelock.account.provider.ProviderPerson;
import org.doublelock.account.provider.web.PendingProvider.Errand;
import org.doublelock.account.provider.web.PendingProvider.Purpose;
import org.doublelock.account.session.PersonEntered;
import org.doublelock.identity.Begun;
import org.doublelock.identity.Departure;
import org.doublelock.web.form.EndedSession;
import org.junit.jupiter.api.Test;

class PendingProviderTest {

  private static final URI THERE = URI.create("https://id.example.com/authorize?state=mine");

  private static final ProviderPerson ANNA =
      new ProviderPerson("https://id.example.com", "1", "anna");
  private static final ProviderPerson OFFICE =
      new ProviderPerson("https://id.example.com", "2", "office");

  private final PendingProvider pending = new PendingProvider();

  @Test
  void a_question_is_answered_once() {
    begin();
    Errand errand = pending.take("mine").orElseThrow();
    assertEquals("/security", errand.next());
    assertEquals(Map.of("description", List.of("a bot")), errand.form().orElseThrow().fields());
    assertTrue(pending.take("mine").isEmpty());
  }

  @Test
  void an_answer_to_another_question_leaves_it_as_it_is() {
    begin();
    for (String state : new String[] {null, "", "min", "mine2", "other"}) {
      assertTrue(pending.take(state).isEmpty(), state);
    }
    assertTrue(pending.take("mine").isPresent());
  }

  @Test
  void the_way_there_is_good_until_there_is_an_answer() {
    begin();
    assertEquals(Optional.of(THERE), pending.address());
    assertEquals(Optional.of(THERE), pending.address(), "the page was loaded again");
    pending.take("mine");
    assertEquals(Optional.empty(), pending.address());
  }

  @Test
  void five_windows_of_one_browser_may_ask_at_once() {
    for (int window = 0; window <= 5; window++) {
      begin("state-" + window);
    }
    assertTrue(pending.take("state-0").isEmpty(), "the oldest gives way");
    for (int window = 1; window <= 5; window++) {
      assertTrue(pending.take("state-" + window).isPresent(), "window " + window);
    }
  }

  @Test
  void it_goes_with_its_session_to_another_node() throws Exception {
    begin();
    pending.offer(ANNA, BearerToken.random(), Instant.EPOCH);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(pending);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PendingProvider moved = (PendingProvider) in.readObject();
      assertEquals(Optional.of(THERE), moved.address());
      assertEquals("/security", moved.take("mine").orElseThrow().next());
    }
  }

  @Test
  void whoever_signs_in_next_finds_nothing_of_it() {
    begin();
    pending.forget(new PersonEntered());
    assertTrue(pending.take("mine").isEmpty());
    assertTrue(pending.address().isEmpty());
  }

  @Test
  void whoever_came_back_is_offered_to_the_session_that_asked_for_a_while() {
    BearerToken session = BearerToken.random();
    pending.offer(ANNA, session, Instant.EPOCH);
    assertEquals(Optional.of(ANNA), pending.offered(session, Instant.EPOCH.plusSeconds(599)));
    assertTrue(pending.offered(session, Instant.EPOCH.plusSeconds(600)).isEmpty());
    assertTrue(pending.offered(BearerToken.random(), Instant.EPOCH).isEmpty());
    pending.withdrawOffer(ANNA.mark());
    assertTrue(pending.offered(session, Instant.EPOCH).isEmpty());
  }

  @Test
  void a_page_links_whom_it_has_shown_and_nobody_whom_another_tab_was_offered_later() {
    BearerToken session = BearerToken.random();
    pending.offer(ANNA, session, Instant.EPOCH);
    String shown = pending.offered(session, Instant.EPOCH).orElseThrow().mark();
    assertEquals(Optional.of(ANNA), pending.offered(shown, session, Instant.EPOCH));
    pending.offer(OFFICE, session, Instant.EPOCH);
    assertTrue(pending.offered(shown, session, Instant.EPOCH).isEmpty());
    assertEquals(Optional.of(OFFICE), pending.offered(session, Instant.EPOCH), "is shown anew");
    assertEquals(Optional.of(OFFICE), pending.offered(OFFICE.mark(), session, Instant.EPOCH));
  }

  @Test
  void a_form_that_does_not_say_whom_it_is_about_links_nobody() {
    BearerToken session = BearerToken.random();
    pending.offer(ANNA, session, Instant.EPOCH);
    for (String mark : new String[] {null, "", "anna", ANNA.mark().substring(1)}) {
      assertTrue(pending.offered(mark, session, Instant.EPOCH).isEmpty(), mark);
    }
    assertTrue(pending.offered(ANNA.mark(), BearerToken.random(), Instant.EPOCH).isEmpty());
    assertTrue(
        pending.offered(ANNA.mark(), session, Instant.EPOCH.plusSeconds(600)).isEmpty(), "late");
  }

  @Test
  void cancelling_takes_back_the_offer_of_its_own_page_alone() {
    BearerToken session = BearerToken.random();
    pending.offer(OFFICE, session, Instant.EPOCH);
    pending.withdrawOffer(ANNA.mark());
    pending.withdrawOffer(null);
    assertEquals(Optional.of(OFFICE), pending.offered(session, Instant.EPOCH));
    pending.withdrawOffer(OFFICE.mark());
    assertTrue(pending.offered(session, Instant.EPOCH).isEmpty());
    pending.withdrawOffer(OFFICE.mark());
  }

  @Test
  void the_mark_is_the_persons_whatever_they_are_called_and_nobody_elses() {
    assertEquals(ANNA.mark(), new ProviderPerson(ANNA.issuer(), "1", "anna-2").mark());
    assertNotEquals(ANNA.mark(), OFFICE.mark());
    assertNotEquals(
        ANNA.mark(), new ProviderPerson("https://other.example.com", "1", "anna").mark());
  }

  private void begin() {
    begin("mine");
  }

  private void begin(String state) {
    pending.begin(
        Purpose.CONFIRM,
        new Departure(THERE, new Begun(state, "nonce", "verifier", true, Instant.EPOCH)),
        Optional.empty(),
        "/security",
        EndedSession.formOf(
            Map.of(
                "_page",
                List.of("/api-keys/new"),
                "_who",
                List.of("anna"),
                "description",
                List.of("a bot"),
                "current",
                List.of("a secret"))));
  }
}
