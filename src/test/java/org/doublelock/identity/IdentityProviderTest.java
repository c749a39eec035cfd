package org.doublelock.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.doublelock.identity.ProviderOutcome.Reason;
import org.junit.jupiter.api.Test;

/** What the provider says is believed when all of it holds, and never otherwise. */
class IdentityProviderTest extends AskedProvider {

  @Test
  void who_comes_back_with_everything_right_is_known() {
    Identity who = known(signIn(asked));
    assertEquals(provider.issuer(), who.issuer());
    assertEquals(ProviderOfTheTest.SUBJECT, who.subject());
    assertEquals(Optional.of("session-1"), who.session());
    assertEquals(Optional.of("anna"), who.userName());
    assertEquals(Optional.of("anna@example.com"), who.mail());
    assertTrue(who.operator());
    assertTrue(who.strong());
  }

  @Test
  void the_question_carries_what_its_answer_is_bound_to() {
    Departure departure = begin(asked, false);
    Map<String, String> query = ProviderOfTheTest.fields(departure.to().getRawQuery());
    assertEquals("code", query.get("response_type"));
    assertEquals(ProviderOfTheTest.CLIENT, query.get("client_id"));
    assertEquals("https://keys.example.com/sign-in/provider/callback", query.get("redirect_uri"));
    assertEquals("S256", query.get("code_challenge_method"));
    assertEquals("openid profile email", query.get("scope"));
    assertEquals("nl", query.get("ui_locales"));
    assertFalse(departure.to().toString().contains(departure.begun().verifier()));
    assertFalse(query.containsKey("prompt"));
  }

  @Test
  void another_state_is_another_question() {
    Departure departure = begin(asked, false);
    ProviderAnswer answer = provider.answerTo(begin(asked, false));
    assertEquals(Reason.NOT_ASKED, refused(complete(departure, answer)));
    assertEquals(
        Reason.NOT_ASKED,
        refused(complete(departure, new ProviderAnswer(answer.code(), null, null, null))));
  }

  @Test
  void a_question_from_half_an_hour_ago_is_over() {
    Departure departure = begin(asked, false);
    Instant late = departure.begun().at().plus(Duration.ofMinutes(30));
    ProviderAnswer answer = provider.answerTo(departure);
    assertEquals(Reason.NOT_ASKED, refused(asked.complete(departure.begun(), answer, late)));
  }

  @Test
  void a_verifier_of_another_question_redeems_no_code() {
    Departure departure = begin(asked, false);
    ProviderAnswer answer = provider.answerTo(departure);
    Begun own = departure.begun();
    Begun swapped =
        new Begun(
            own.state(), own.nonce(), begin(asked, false).begun().verifier(), false, own.at());
    assertEquals(Reason.NOT_BELIEVED, refused(asked.complete(swapped, answer, own.at())));
  }

  @Test
  void a_code_is_redeemed_once() {
    Departure departure = begin(asked, false);
    ProviderAnswer answer = provider.answerTo(departure);
    known(complete(departure, answer));
    assertEquals(Reason.NOT_BELIEVED, refused(complete(departure, answer)));
  }

  @Test
  void an_answer_of_another_issuer_is_none() {
    Departure departure = begin(asked, false);
    ProviderAnswer answer = provider.answerTo(departure);
    for (String other : new String[] {"https://evil.example.com", provider.issuer() + "/", null}) {
      ProviderAnswer mixed = new ProviderAnswer(answer.code(), answer.state(), other, null);
      assertEquals(Reason.NOT_BELIEVED, refused(complete(departure, mixed)));
    }
  }

  @Test
  void whoever_cancels_there_is_not_known() {
    Departure departure = begin(asked, false);
    ProviderAnswer answer =
        new ProviderAnswer(null, departure.begun().state(), provider.issuer(), "access_denied");
    assertEquals(Reason.DECLINED, refused(complete(departure, answer)));
  }

  @Test
  void a_confirmation_asks_for_a_new_proof_of_what_is_strong() {
    IdentityProvider strict = strict();
    Departure departure = begin(strict, true);
    Map<String, String> query = ProviderOfTheTest.fields(departure.to().getRawQuery());
    assertEquals("login", query.get("prompt"));
    assertEquals("0", query.get("max_age"));
    assertEquals("gold silver", query.get("acr_values"));
  }

  @Test
  void a_confirmation_that_the_provider_did_not_ask_for_is_none() {
    IdentityProvider strict = strict();
    lie(claims -> claims.claim("acr", "gold"));
    known(confirm(strict));
    lie(claims -> claims.claim("acr", "gold").claim("auth_time", at(-90)));
    assertEquals(Reason.NOT_FRESH, refused(confirm(strict)));
    lie(claims -> claims.claim("acr", "gold").claim("auth_time", 99_999_999_999_999_999L));
    assertEquals(Reason.NOT_FRESH, refused(confirm(strict)), "beyond all time");
    long millis = Instant.now().toEpochMilli();
    lie(claims -> claims.claim("acr", "gold").claim("auth_time", millis));
    assertEquals(Reason.NOT_FRESH, refused(confirm(strict)), "which is of a time to come");
    lie(claims -> claims.claim("acr", "gold").claim("auth_time", null));
    assertEquals(Reason.NOT_FRESH, refused(confirm(strict)));
    lie(claims -> claims.claim("acr", "bronze"));
    assertEquals(Reason.NOT_STRONG, refused(confirm(strict)));
    lie(claims -> claims.claim("acr", null));
    assertEquals(Reason.NOT_STRONG, refused(confirm(strict)));
    assertFalse(known(signIn(strict)).strong(), "signing in alone needs no more");
  }

  @Test
  void a_provider_that_is_away_is_not_waited_for() {
    provider.close();
    assertEquals(Optional.empty(), asked.begin(false, "en", Instant.now()));
  }

  @Test
  void a_provider_that_falls_silent_is_given_up() {
    expectGivenUp(provider::fallSilent);
  }

  @Test
  void a_provider_that_drips_is_given_up() {
    expectGivenUp(provider::drip);
  }

  @Test
  void for_a_silent_provider_no_more_than_some_wait() throws Exception {
    IdentityProvider patient =
        provider.asked(Map.of("doublelock.identity.timeout-millis", "60000"));
    provider.fallSilent();
    ExecutorService people = Executors.newCachedThreadPool();
    try {
      CompletionService<Optional<Departure>> gone = new ExecutorCompletionService<>(people);
      for (int one = 0; one < 17; one++) {
        gone.submit(() -> patient.begin(false, "en", Instant.now()));
      }
      Future<Optional<Departure>> first = gone.poll(30, TimeUnit.SECONDS);
      assertEquals(Optional.empty(), first.get(), "who is one too many");
      assertNull(gone.poll(), "the others wait");
      assertEquals(Optional.empty(), patient.signOut("a token", Instant.now()));
      assertThrows(ProviderAway.class, () -> patient.readNotice("a token", Instant.now()));
    } finally {
      provider.close();
      people.shutdownNow();
    }
  }

  @Test
  void what_the_provider_said_of_itself_is_good_for_an_hour_while_it_does_not_answer() {
    Instant now = Instant.now();
    begin(asked, false);
    provider.close();
    assertTrue(asked.begin(false, "en", now.plus(Duration.ofMinutes(6))).isPresent());
    assertTrue(asked.begin(false, "en", now.plus(Duration.ofMinutes(59))).isPresent());
    assertEquals(Optional.empty(), asked.begin(false, "en", now.plus(Duration.ofMinutes(61))));
  }

  private void expectGivenUp(Runnable fails) {
    IdentityProvider hasty = provider.asked(Map.of("doublelock.identity.timeout-millis", "300"));
    Departure departure = begin(hasty, false);
    ProviderAnswer answer = provider.answerTo(departure);
    fails.run();
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertEquals(Reason.AWAY, refused(complete(hasty, departure, answer))));
  }

  @Test
  void an_answer_without_an_end_is_not_read_to_the_end() {
    provider.padding = 600_000;
    Departure departure = begin(asked, false);
    assertEquals(Reason.AWAY, refused(complete(departure, provider.answerTo(departure))));
    provider.padding = 1_000;
    known(signIn(asked));
  }

  @Test
  void nobody_is_asked_to_whom_the_provider_only_points() {
    Departure departure = begin(asked, false);
    provider.redirects = true;
    assertEquals(Reason.NOT_BELIEVED, refused(complete(departure, provider.answerTo(departure))));
    assertEquals(
        Optional.empty(), provider.asked(Map.of()).begin(false, "en", Instant.now()), "at first");
  }

  @Test
  void a_provider_that_has_just_said_who_it_is_is_not_asked_again() {
    for (int times = 0; times < 5; times++) {
      begin(asked, false);
    }
    assertEquals(1, provider.asked("/.well-known/openid-configuration"));
    asked.begin(false, "en", Instant.now().plus(Duration.ofMinutes(6)));
    assertEquals(2, provider.asked("/.well-known/openid-configuration"));
  }

  @Test
  void the_way_out_names_who_goes_and_where_to_come_back() {
    String token = known(signIn(asked)).token();
    Map<String, String> query =
        ProviderOfTheTest.fields(asked.signOut(token, Instant.now()).orElseThrow().getRawQuery());
    assertEquals(token, query.get("id_token_hint"));
    assertEquals("https://keys.example.com/sign-in", query.get("post_logout_redirect_uri"));
  }
}
