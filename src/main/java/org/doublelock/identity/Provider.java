package org.doublelock.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The provider as it described itself, and the keys that it signs with. */
record Provider(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant readAt) {

  /**
   * The signatures that are taken: those with a private key that the provider says it makes. Never
   * none, and none by a secret that both sides know, which its public key would do for.
   */
  JWSVerificationKeySelector<SecurityContext> signatures() {
    Set<JWSAlgorithm> taken = new LinkedHashSet<>(JWSAlgorithm.Family.RSA);
    taken.addAll(JWSAlgorithm.Family.EC);
    taken.retainAll(
        Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElse(List.of(JWSAlgorithm.RS256)));
    return new JWSVerificationKeySelector<>(
        taken.isEmpty() ? Set.of(JWSAlgorithm.RS256) : taken, keys);
  }
}
