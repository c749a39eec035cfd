package org.doublelock.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Only the provider itself says that somebody was signed out there. */
class SignOutNoticeTest {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final ProviderOfTheTest provider = new ProviderOfTheTest();
  private final IdentityProvider asked = provider.asked(Map.of());

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void it_names_a_session_or_a_person() {
    SignOutNotice both = read(token(claims -> claims)).orElseThrow();
    assertEquals(Optional.of("session-1"), both.session());
    assertEquals(Optional.of(ProviderOfTheTest.SUBJECT), both.subject());
    assertEquals("notice-1", both.id());
    assertTrue(both.goodUntil().isAfter(Instant.now()));
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
  }

  @Test
  void one_that_somebody_else_or_nobody_signed_is_refused() {
    JWTClaimsSet claims = claims(builder -> builder);
    assertEquals(
        Optional.empty(), read(ProviderOfTheTest.signedBy(ProviderOfTheTest.newKey(), claims)));
    assertEquals(Optional.empty(), read(new PlainJWT(claims).serialize()));
    assertEquals(Optional.empty(), read("no token at all"));
    assertEquals(Optional.empty(), read(""));
  }

  @Test
  void an_id_token_signs_nobody_out() {
    assertEquals(Optional.empty(), read(provider.signed(provider.claims("n"))));
  }

  private void expectRefused(UnaryOperator<JWTClaimsSet.Builder> lie) {
    assertEquals(Optional.empty(), read(token(lie)));
  }

  private Optional<SignOutNotice> read(String token) {
    return asked.readNotice(token, Instant.now());
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> lie) {
    return provider.signed(claims(lie));
  }

  private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> lie) {
    return lie.apply(
            new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience(ProviderOfTheTest.CLIENT)
                .subject(ProviderOfTheTest.SUBJECT)
                .issueTime(new Date())
                .expirationTime(at(120))
                .jwtID("notice-1")
                .claim("sid", "session-1")
                .claim("events", Map.of(EVENT, Map.of())))
        .build();
  }

  private static Date at(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
