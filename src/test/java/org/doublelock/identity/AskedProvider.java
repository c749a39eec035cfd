package org.doublelock.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.doublelock.identity.ProviderOutcome.Known;
import org.doublelock.identity.ProviderOutcome.Reason;
import org.doublelock.identity.ProviderOutcome.Refused;
import org.junit.jupiter.api.AfterEach;

/** A provider, and the application that asks it. */
abstract class AskedProvider {

  final ProviderOfTheTest provider = new ProviderOfTheTest();
  final IdentityProvider asked =
      provider.asked(
          Map.of(
              "doublelock.identity.operator-claim", "realm_access.roles",
              "doublelock.identity.operator-value", "operators"));

  @AfterEach
  void close() {
    provider.close();
  }

  IdentityProvider strict() {
    return provider.asked(Map.of("doublelock.identity.acr-values", "gold silver"));
  }

  void expectNotBelieved(UnaryOperator<JWTClaimsSet.Builder> lie) {
    lie(lie);
    assertEquals(Reason.NOT_BELIEVED, refused(signIn(asked)));
    provider.token = provider::signed;
    known(signIn(asked));
  }

  void lie(UnaryOperator<JWTClaimsSet.Builder> lie) {
    provider.token = claims -> provider.signed(lie.apply(new JWTClaimsSet.Builder(claims)).build());
  }

  static Date at(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  static Departure begin(IdentityProvider asked, boolean confirming) {
    return asked.begin(confirming, "nl", Instant.now()).orElseThrow();
  }

  ProviderOutcome signIn(IdentityProvider by) {
    Departure departure = begin(by, false);
    return complete(by, departure, provider.answerTo(departure));
  }

  ProviderOutcome confirm(IdentityProvider by) {
    Departure departure = begin(by, true);
    return complete(by, departure, provider.answerTo(departure));
  }

  ProviderOutcome complete(Departure departure, ProviderAnswer answer) {
    return complete(asked, departure, answer);
  }

  static ProviderOutcome complete(IdentityProvider by, Departure departure, ProviderAnswer answer) {
    return by.complete(departure.begun(), answer, Instant.now());
  }

  static Identity known(ProviderOutcome outcome) {
    return assertInstanceOf(Known.class, outcome, outcome.toString()).who();
  }

  static Reason refused(ProviderOutcome outcome) {
    return assertInstanceOf(Refused.class, outcome).reason();
  }
}
