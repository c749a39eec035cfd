package org.doublelock.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import org.doublelock.identity.ClientCredential.SharedSecret;
import org.doublelock.identity.ClientCredential.SigningKey;

/** What goes with a request to say which client asks. */
final class ClientProof {

  private ClientProof() {}

  static ClientAuthentication of(ProviderClient client) {
    ClientID id = new ClientID(client.id());
    if (client.credential() instanceof SharedSecret secret) {
      return new ClientSecretBasic(id, new Secret(secret.text()));
    }
    SigningKey signing = (SigningKey) client.credential();
    try {
      return new PrivateKeyJWT(
          new JWTAuthenticationClaimsSet(id, new Audience(client.issuer())),
          algorithm(signing.key()),
          signing.key(),
          signing.id().isEmpty() ? null : signing.id(),
          null);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the key was read before", impossible);
    }
  }

  /** Of RFC 7518, section 3.1: the one that every provider knows for such a key. */
  private static JWSAlgorithm algorithm(PrivateKey key) {
    if (!(key instanceof ECPrivateKey curve)) {
      return JWSAlgorithm.RS256;
    }
    return switch (curve.getParams().getOrder().bitLength()) {
      case 256 -> JWSAlgorithm.ES256;
      case 384 -> JWSAlgorithm.ES384;
      default -> JWSAlgorithm.ES512;
    };
  }
}
