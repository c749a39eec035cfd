package org.doublelock.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.identity.ClientCredential.SharedSecret;
import org.doublelock.identity.ClientCredential.SigningKey;
import org.doublelock.identity.ProviderClient.ClaimNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientProofTest {

  private static final String ISSUER = "https://id.example.com/realms/people";

  @Test
  void a_secret_goes_in_a_header_of_its_own() {
    assertInstanceOf(ClientSecretBasic.class, ClientProof.of(client(new SharedSecret("of us"))));
    assertFalse(client(new SharedSecret("of us")).credential().toString().contains("of us"));
  }

  @Test
  void a_key_of_rsa_signs_for_the_issuer_alone_and_soon_in_vain() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    SignedJWT proof = proof(new SigningKey(pair.getPrivate(), "first"));
    assertTrue(proof.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic())));
    assertEquals("first", proof.getHeader().getKeyID());
    JWTClaimsSet claims = proof.getJWTClaimsSet();
    assertEquals(List.of(ISSUER), claims.getAudience());
    assertEquals("doublelock", claims.getIssuer());
    assertEquals("doublelock", claims.getSubject());
    assertFalse(claims.getJWTID().isEmpty());
    assertTrue(
        claims.getExpirationTime().toInstant().isBefore(Instant.now().plus(Duration.ofMinutes(5))));
  }

  @ParameterizedTest
  @CsvSource({"secp256r1, ES256", "secp384r1, ES384", "secp521r1, ES512"})
  void a_key_of_a_curve_signs_as_that_curve_does(String curve, String algorithm) throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(new ECGenParameterSpec(curve));
    KeyPair pair = keys.generateKeyPair();
    SignedJWT proof = proof(new SigningKey(pair.getPrivate(), ""));
    JWSVerifier verifier = new ECDSAVerifier((ECPublicKey) pair.getPublic());
    assertTrue(proof.verify(verifier));
    assertEquals(algorithm, proof.getHeader().getAlgorithm().getName());
  }

  @Test
  void each_question_has_a_proof_of_its_own() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    SigningKey key = new SigningKey(pair.getPrivate(), "");
    assertFalse(
        proof(key).getJWTClaimsSet().getJWTID().equals(proof(key).getJWTClaimsSet().getJWTID()));
  }

  private static SignedJWT proof(SigningKey key) {
    return ((PrivateKeyJWT) ClientProof.of(client(key))).getClientAssertion();
  }

  private static ProviderClient client(ClientCredential credential) {
    return new ProviderClient(
        ISSUER,
        "doublelock",
        credential,
        List.of("openid"),
        List.of(),
        new ClaimNames("preferred_username", Optional.empty(), Optional.empty()),
        URI.create("https://keys.example.com/sign-in/provider/callback"),
        URI.create("https://keys.example.com/sign-in"),
        Duration.ofSeconds(5));
  }
}
