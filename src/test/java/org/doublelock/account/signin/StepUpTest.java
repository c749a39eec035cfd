package org.doublelock.account.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.doublelock.account.PersonThere;
import org.doublelock.account.provider.ProvidedSession;
import org.doublelock.account.provider.ProviderPerson;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.SignedIn;
import org.doublelock.account.session.SignedIn.Confirmed;
import org.doublelock.account.session.Visitor;
import org.doublelock.identity.Identity;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.otp.SharedSecret;
import org.junit.jupiter.api.Test;

/** What a change asks for before it is made, and what it takes for an answer. */
class StepUpTest extends OneAccount {

  private static final Instant LATER = NOW.plus(SignedIn.FRESH);
  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());
  private static final Identity WHO = PersonThere.of("1", "anna", "anna@example.com");

  private final SignedIn person = new SignedIn();
  private final ProvidedSession provided = new ProvidedSession();
  private boolean providerIsOn = true;
  private int changedSessionIds;

  /** What one request of the person sees. */
  private StepUp at(Instant now) {
    if (person.find().isEmpty()) {
      Account account = room.in(() -> room.accounts.find(this.account)).orElseThrow();
      person.enter(account, BearerToken.random(), Confirmed.PASSWORD, NOW);
    }
    return new StepUp(
        person,
        provided,
        new ProviderSettings() {
          @Override
          public boolean isOn() {
            return providerIsOn;
          }
        },
        room.identities,
        room.signIn,
        room.factors,
        new BrowserRequest() {
          @Override
          public Visitor visitor() {
            return HOME;
          }

          @Override
          public void changeSessionId() {
            changedSessionIds++;
          }
        },
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private boolean isNeeded(Instant now) {
    return room.in(() -> at(now).isNeeded());
  }

  /** A password is hashed in no transaction; what is asked of the database is known by then. */
  private boolean passes(StepUp asked, String typed) {
    boolean byPassword = room.in(() -> asked.isNeeded() && !asked.isByFactor());
    return byPassword ? asked.passes(typed) : room.in(() -> asked.passes(typed));
  }

  private void assertRefused(String message, String typed, Instant now) {
    StepUp asked = at(now);
    assertFalse(passes(asked, typed));
    assertEquals(message, room.in(asked::refusal));
    assertTrue(isNeeded(now));
    assertEquals(0, changedSessionIds);
  }

  /** Whoever signed in by the provider, to an account that is linked to it. */
  private void signInThere() {
    room.run(() -> room.identities.add(account, ProviderPerson.of(WHO), false, NOW));
    provided.keep(Provided.of(WHO));
  }

  @Test
  void nothing_is_asked_for_ten_minutes_after_the_last_confirmation() {
    assertFalse(isNeeded(LATER.minusMillis(1)));
    assertTrue(passes(at(LATER.minusMillis(1)), null));
    assertTrue(isNeeded(LATER));
    assertEquals(0, changedSessionIds);
  }

  @Test
  void the_password_confirms_for_another_ten_minutes_and_gives_the_session_another_id() {
    assertTrue(passes(at(LATER), AccountRoom.PASSWORD));
    assertEquals(1, changedSessionIds);
    assertFalse(isNeeded(LATER.plus(Duration.ofMinutes(9))));
  }

  @Test
  void a_wrong_password_and_none_change_nothing() {
    assertRefused("step-up.refused", "a wrong one", LATER);
    assertRefused("step-up.refused", null, LATER);
    assertRefused("step-up.refused", " ", LATER);
  }

  @Test
  void where_the_account_has_an_app_its_code_is_asked_for_though_the_password_was_just_given() {
    SharedSecret app = room.addApp(account, "phone", NOW.minusSeconds(90));
    assertTrue(isNeeded(NOW));
    StepUp asked = at(NOW);
    assertTrue(room.in(asked::isByFactor));
    assertFalse(room.in(asked::isWithoutApp));
    assertFalse(room.in(asked::isByProvider));
    assertRefused("step-up.code.malformed", null, NOW);
    assertRefused("step-up.code.malformed", "12", NOW);
    assertRefused("step-up.code.refused", "000000", NOW);
    assertTrue(passes(at(NOW), AccountRoom.code(app, NOW)));
    assertEquals(1, changedSessionIds);
    assertFalse(isNeeded(LATER.minusMillis(1)));
  }

  @Test
  void whoever_signed_in_by_the_provider_is_sent_there() {
    signInThere();
    StepUp asked = at(LATER);
    assertTrue(room.in(asked::isByProvider));
    assertRefused("step-up.provider.first", AccountRoom.PASSWORD, LATER);
    at(LATER).confirmedByProvider(Provided.of(WHO));
    assertEquals(1, changedSessionIds);
    assertFalse(isNeeded(LATER));
    assertEquals(Optional.of(Provided.of(WHO)), provided.find());
  }

  @Test
  void nobody_is_sent_to_a_provider_that_is_off_or_does_not_know_them() {
    assertFalse(room.in(() -> at(LATER).isByProvider()), "signed in by none");
    provided.keep(Provided.of(WHO));
    assertFalse(room.in(() -> at(LATER).isByProvider()), "not linked");
    signInThere();
    providerIsOn = false;
    assertFalse(room.in(() -> at(LATER).isByProvider()));
    providerIsOn = true;
    room.addApp(account, "phone", NOW);
    assertFalse(room.in(() -> at(LATER).isByProvider()), "a factor here is the stronger one");
  }
}
