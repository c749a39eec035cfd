package org.doublelock.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Only the provider itself says that somebody was signed out there. */
class SignOutNoticeTest {

  private final ProviderOfTheTest provider = new ProviderOfTheTest();
  private final IdentityProvider asked = provider.asked(Map.of());

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void it_names_a_session_or_a_person() {
    Date issued = at(-90);
    SignOutNotice both = read(token(claims -> claims.issueTime(issued))).orElseThrow();
    assertEquals(Optional.of("session-1"), both.session());
    assertEquals(Optional.of(ProviderOfTheTest.SUBJECT), both.subject());
    assertEquals(issued.toInstant().truncatedTo(ChronoUnit.SECONDS), both.issuedAt());
    assertEquals(
        Optional.empty(), read(token(claims -> claims.claim("sid", null))).orElseThrow().session());
    assertEquals(
        Optional.empty(), read(token(claims -> claims.subject(null))).orElseThrow().subject());
  }

  @Test
  void what_is_no_logout_token_of_the_provider_for_us_is_refused() {
    expectRefused(claims -> claims.issuer("https://evil.example.com"));
    expectRefused(claims -> claims.audience("another"));
    expectRefused(claims -> claims.issueTime(null));
    expectRefused(claims -> claims.issueTime(at(-361)));
    expectRefused(claims -> claims.issueTime(at(120)));
    expectRefused(claims -> claims.jwtID(null));
    expectRefused(claims -> claims.claim("events", null));
    expectRefused(claims -> claims.claim("events", Map.of("another", Map.of())));
    expectRefused(claims -> claims.claim("nonce", "n"));
    expectRefused(claims -> claims.claim("sid", null).subject(null));
    expectRefused(claims -> claims.claim("sid", ""));
    expectRefused(claims -> claims.subject(" "));
  }

  @Test
  void one_that_somebody_else_or_nobody_signed_is_refused() {
    JWTClaimsSet claims = provider.notice(builder -> builder);
    assertEquals(Optional.empty(), read(SignedTokens.signedBy(SignedTokens.newKey(), claims)));
    assertEquals(Optional.empty(), read(new PlainJWT(claims).serialize()));
    assertEquals(Optional.empty(), read("no token at all"));
    assertEquals(Optional.empty(), read(""));
  }

  @Test
  void for_what_is_no_signed_token_the_provider_is_not_asked() {
    assertEquals(Optional.empty(), read("nonsense"));
    assertEquals(Optional.empty(), read("bnVsbA.e30.AQ"), "with null for a header");
    assertEquals(Optional.empty(), read(new PlainJWT(provider.notice(each -> each)).serialize()));
    assertEquals(0, provider.asked("/.well-known/openid-configuration"));
  }

  @Test
  void an_id_token_signs_nobody_out() {
    assertEquals(Optional.empty(), read(provider.signed(provider.claims("n"))));
  }

  @Test
  void its_type_is_a_logout_tokens_or_is_not_told() {
    for (String type : new String[] {"logout+jwt", "JWT", null}) {
      assertTrue(read(typed(type)).isPresent(), String.valueOf(type));
    }
    for (String type : new String[] {"at+jwt", "logout", "secevent+jwt"}) {
      assertEquals(Optional.empty(), read(typed(type)), type);
    }
  }

  @Test
  void while_the_providers_keys_cannot_be_had_nothing_is_said_of_it() {
    provider.keysAway = true;
    assertThrows(ProviderAway.class, () -> asked.readNotice(token(claims -> claims), now()));
  }

  @Test
  void new_keys_of_the_provider_are_found_at_once_and_made_up_ones_are_asked_for_seldom() {
    RSAKey next = SignedTokens.newKey(); // both now, since keys are asked for by the clock
    RSAKey made = SignedTokens.newKey();
    assertTrue(read(token(claims -> claims)).isPresent());
    provider.key = next;
    assertTrue(read(token(claims -> claims)).isPresent());
    assertEquals(2, provider.asked("/keys"));
    for (int times = 0; times < 10; times++) {
      RSAKey madeUp = new RSAKey.Builder(made).keyID("made-up-" + times).build();
      String forged = SignedTokens.signedBy(madeUp, provider.notice(each -> each));
      assertThrows(ProviderAway.class, () -> asked.readNotice(forged, now()));
      asked.begin(false, "en", now());
    }
    assertEquals(2, provider.asked("/keys"));
    assertTrue(read(token(claims -> claims)).isPresent(), "the known ones are known");
  }

  private String typed(String type) {
    try {
      JWSHeader.Builder header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(provider.key.getKeyID());
      return SignedTokens.signed(
          (type == null ? header : header.type(new JOSEObjectType(type))).build(),
          new RSASSASigner(provider.key),
          provider.notice(each -> each));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void expectRefused(UnaryOperator<JWTClaimsSet.Builder> lie) {
    assertEquals(Optional.empty(), read(token(lie)));
  }

  private Optional<SignOutNotice> read(String token) {
    try {
      return asked.readNotice(token, now());
    } catch (ProviderAway away) {
      throw new IllegalStateException(away);
    }
  }

  private static Instant now() {
    return Instant.now();
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> lie) {
    return provider.signed(provider.notice(lie));
  }

  private static Date at(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
