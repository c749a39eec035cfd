package org.doublelock.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a node keeps of the forms that it has answered. */
class SentFormsTest {

  private static final Optional<String> ANNA = Optional.of("anna's session");
  private static final KeptAnswer PAGE = new KeptAnswer(200, null, "text/html", new byte[1]);
  private static final KeptAnswer LEADS_ON = new KeptAnswer(303, "/", null, new byte[0]);

  private final SentForms sent = new SentForms();

  @Test
  void whoever_sends_it_meanwhile_waits_for_the_answer_of_the_first() throws Exception {
    CompletableFuture<Optional<KeptAnswer>> own = new CompletableFuture<>();
    assertEquals(Optional.empty(), sent.begin(Optional.empty(), "form", own));
    CompletableFuture<Optional<KeptAnswer>> waiting = begin(Optional.empty(), "form").orElseThrow();
    sent.end(Optional.empty(), "form", own, Optional.of(LEADS_ON));
    assertEquals(Optional.of(LEADS_ON), waiting.get());
    assertEquals(Optional.empty(), begin(Optional.empty(), "form"), "a stranger's is not kept");
  }

  @Test
  void what_made_nothing_is_tried_again() {
    answer("form", Optional.empty());
    assertEquals(Optional.empty(), begin(ANNA, "form"));
  }

  @Test
  void what_led_on_is_kept_until_another_form_may_have_undone_it() {
    answer("disable", Optional.of(LEADS_ON));
    assertTrue(begin(ANNA, "disable").isPresent());
    answer("enable", Optional.of(LEADS_ON));
    assertEquals(Optional.empty(), begin(ANNA, "disable"));
  }

  @Test
  void what_was_shown_once_is_kept_until_another_form_may_have_ended_it() {
    answer("roll", Optional.of(PAGE));
    assertTrue(begin(ANNA, "roll").isPresent());
    answer("roll again", Optional.of(PAGE));
    assertEquals(Optional.empty(), begin(ANNA, "roll"));
  }

  private void answer(String form, Optional<KeptAnswer> answer) {
    CompletableFuture<Optional<KeptAnswer>> own = new CompletableFuture<>();
    assertEquals(Optional.empty(), sent.begin(ANNA, form, own));
    sent.end(ANNA, form, own, answer);
  }

  private Optional<CompletableFuture<Optional<KeptAnswer>>> begin(
      Optional<String> session, String form) {
    return sent.begin(session, form, new CompletableFuture<>());
  }
}
