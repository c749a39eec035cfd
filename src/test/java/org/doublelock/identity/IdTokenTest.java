package org.doublelock.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.identity.ProviderOutcome.Reason;
import org.junit.jupiter.api.Test;

/** A token is believed that the provider signed, now, for us, in answer to our question. */
class IdTokenTest extends AskedProvider {

  @Test
  void an_address_that_nobody_has_checked_and_a_role_of_others_are_not_taken() {
    lie(claims -> claims.claim("email_verified", "true").claim("realm_access", Map.of()));
    Identity who = known(signIn(asked));
    assertEquals(Optional.empty(), who.mail());
    assertFalse(who.operator());
  }

  @Test
  void whoever_lacks_the_claim_that_is_required_of_people_here_is_refused() {
    IdentityProvider picky =
        provider.asked(
            Map.of(
                "doublelock.identity.required-claim", "realm_access.roles",
                "doublelock.identity.required-value", "operators"));
    known(signIn(picky));
    known(confirm(picky));
    lie(claims -> claims.claim("realm_access", Map.of("roles", List.of("others"))));
    assertEquals(Reason.NOT_ENTITLED, refused(signIn(picky)));
    assertEquals(Reason.NOT_ENTITLED, refused(confirm(picky)));
    lie(claims -> claims.claim("realm_access", null));
    assertEquals(Reason.NOT_ENTITLED, refused(signIn(picky)));
    known(signIn(asked));
  }

  @Test
  void a_token_with_another_nonce_or_none_is_of_another_question() {
    expectNotBelieved(claims -> claims.claim("nonce", "another"));
    expectNotBelieved(claims -> claims.claim("nonce", null));
  }

  @Test
  void where_the_provider_does_not_name_itself_its_token_still_has_to() {
    provider.namesItself = false;
    known(signIn(asked));
    expectNotBelieved(claims -> claims.issuer("https://evil.example.com"));
  }

  @Test
  void a_token_of_another_issuer_or_for_another_client_is_none() {
    expectNotBelieved(claims -> claims.issuer(provider.issuer() + "/"));
    expectNotBelieved(claims -> claims.audience("another"));
    expectNotBelieved(claims -> claims.audience(List.of(ProviderOfTheTest.CLIENT, "another")));
    expectNotBelieved(claims -> claims.claim("azp", "another"));
    expectNotBelieved(
        claims ->
            claims.audience(List.of(ProviderOfTheTest.CLIENT, "another")).claim("azp", "another"));
    lie(
        claims ->
            claims
                .audience(List.of(ProviderOfTheTest.CLIENT, "another"))
                .claim("azp", ProviderOfTheTest.CLIENT));
    known(signIn(asked));
  }

  @Test
  void a_token_that_is_over_or_not_yet_good_or_about_nobody_is_none() {
    expectNotBelieved(claims -> claims.expirationTime(at(-61)));
    expectNotBelieved(claims -> claims.expirationTime(null));
    expectNotBelieved(claims -> claims.issueTime(at(120)));
    expectNotBelieved(claims -> claims.subject(null));
    expectNotBelieved(claims -> claims.subject("x".repeat(256)));
    expectNotBelieved(claims -> claims.subject("x\0y"));
    expectNotBelieved(claims -> claims.issueTime(new Date(-1000)));
  }

  @Test
  void an_answer_with_a_blank_for_a_code_has_none() {
    Departure departure = begin(asked, false);
    ProviderAnswer answer = provider.answerTo(departure);
    ProviderAnswer blank =
        ProviderAnswer.of(
            Map.of(
                "code", List.of(" "),
                "state", List.of(answer.state()),
                "iss", List.of(answer.issuer() == null ? "" : answer.issuer())));
    assertEquals(Reason.DECLINED, refused(complete(departure, blank)));
  }

  @Test
  void a_token_without_a_signature_is_none() {
    provider.token = claims -> new PlainJWT(claims).serialize();
    assertEquals(Reason.NOT_BELIEVED, refused(signIn(asked)));
  }

  @Test
  void the_public_key_is_no_secret_to_sign_with() throws Exception {
    for (byte[] secret :
        new byte[][] {
          provider.key.toPublicKey().getEncoded(), ProviderOfTheTest.SECRET.repeat(2).getBytes()
        }) {
      MACSigner signer = new MACSigner(secret);
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(provider.key.getKeyID()).build();
      provider.token = claims -> SignedTokens.signed(header, signer, claims);
      assertEquals(Reason.NOT_BELIEVED, refused(signIn(asked)));
    }
  }

  @Test
  void a_key_that_is_not_the_providers_signs_nothing() {
    RSAKey another = SignedTokens.newKey(); // now: making one can take longer than is waited
    provider.token = claims -> SignedTokens.signedBy(another, claims);
    assertEquals(Reason.NOT_BELIEVED, refused(signIn(asked)));
  }
}
