#!/usr/bin/env bash
# Nimbus JOSE + JWT 10.10: the library signs and verifies with Ed25519, and its JWT processor, given the right key, refuses
# the token with "Another algorithm expected, or no matching key(s) found".
#
# One would guess: what Ed25519Verifier of a library verifies, the processor of the same library takes, once it is told to
# expect EdDSA and holds the public key. The key selector finds no key, since it can make no java.security.PublicKey of an
# Ed25519 JWK ("not supported"), although Java has had such keys since 15; nor does the default factory of verifiers list the
# algorithm. The message blames the token or the key set.
#
# Why it matters: an OpenID Connect provider that signs with EdDSA, as Keycloak can, is refused by whoever uses the
# processor or the SDK's IDTokenValidator that stands on it, and the words lead to the wrong place. Have such a client's
# tokens signed with ES256 or RS256.
#
# Seen on 2026-11-29 with nimbus-jose-jwt 10.10 and Tink 1.24.0, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>seen</groupId>
  <artifactId>seen</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.nimbusds</groupId>
      <artifactId>nimbus-jose-jwt</artifactId>
      <version>10.10</version>
    </dependency>
    <dependency>
      <groupId>com.google.crypto.tink</groupId>
      <artifactId>tink</artifactId>
      <version>1.24.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib > mvn.log 2>&1 \
  || { cat mvn.log; exit 1; }

cat > Seen.java <<'JAVA'
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

class Seen {
  public static void main(String[] none) throws Exception {
    var key = new OctetKeyPairGenerator(Curve.Ed25519).keyID("1").generate();
    var token = new SignedJWT(
        new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID("1").build(),
        new JWTClaimsSet.Builder().subject("anna").build());
    token.sign(new Ed25519Signer(key));
    System.out.println("verifier: " + token.verify(new Ed25519Verifier(key.toPublicJWK())));

    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
        JWSAlgorithm.EdDSA, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()))));
    try {
      System.out.println("processor: " + processor.process(token, null).getSubject());
    } catch (BadJOSEException refused) {
      System.out.println("processor: " + refused.getMessage());
    }
    System.out.println("factory has EdDSA: "
        + new DefaultJWSVerifierFactory().supportedJWSAlgorithms().contains(JWSAlgorithm.EdDSA));
    try {
      System.out.println("key: " + key.toPublicKey().getAlgorithm());
    } catch (JOSEException refused) {
      System.out.println("key: " + refused.getMessage());
    }
  }
}
JAVA
java -cp 'lib/*' Seen.java > seen
cat seen
diff - seen <<'SEEN' && echo "as seen on 2026-11-29" || { echo "this has changed" >&2; exit 1; }
verifier: true
processor: Signed JWT rejected: Another algorithm expected, or no matching key(s) found
factory has EdDSA: false
key: Export to java.security.PublicKey not supported
SEEN
