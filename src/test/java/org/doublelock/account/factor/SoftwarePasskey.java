package org.doublelock.account.factor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** One passkey with ES256 and its browser: the JSON of WebAuthn Level 3, sections 5.1.8 and 6.1. */
final class SoftwarePasskey {

  private static final int TOUCHED = 0x01;
  private static final int WITH_KEY = 0x40;

  private final KeyPair keys;
  private final byte[] id = new byte[16];
  private int signCount;

  SoftwarePasskey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
    new SecureRandom().nextBytes(id);
  }

  String id() {
    return base64url(id);
  }

  /** What the browser makes of a challenge for a new passkey. */
  String created(PasskeyChallenge.Issued challenge) {
    return created(challenge, challenge.party().origin());
  }

  /** The same in a page of another origin. */
  String created(PasskeyChallenge.Issued challenge, String origin) {
    byte[] data = authenticatorData(challenge.party(), TOUCHED | WITH_KEY, credential());
    byte[] attestation =
        joined(
            new byte[] {(byte) 0xA3},
            text("fmt"),
            text("none"),
            text("attStmt"),
            new byte[] {(byte) 0xA0},
            text("authData"),
            new byte[] {0x58, (byte) data.length},
            data);
    return json(
        "\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\""
            .formatted(
                base64url(clientData("webauthn.create", challenge, origin)),
                base64url(attestation)));
  }

  /** What it signs for a challenge, once more than before. */
  String signed(PasskeyChallenge.Issued challenge) {
    signCount++;
    return signedAgain(challenge);
  }

  /** What a copy of it signs, which counts on its own. */
  String signedAgain(PasskeyChallenge.Issued challenge) {
    byte[] data = authenticatorData(challenge.party(), TOUCHED, new byte[0]);
    byte[] client = clientData("webauthn.get", challenge, challenge.party().origin());
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return json(
          "\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\""
              .formatted(base64url(client), base64url(data), base64url(signature.sign())));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String json(String response) {
    return "{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\",\"response\":{%s},"
            .formatted(id(), id(), response)
        + "\"clientExtensionResults\":{}}";
  }

  private static byte[] clientData(String type, PasskeyChallenge.Issued challenge, String origin) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge.base64url(), origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] authenticatorData(RelyingParty party, int flags, byte[] credential) {
    byte[] fixed = ByteBuffer.allocate(5).put((byte) flags).putInt(signCount).array();
    return joined(sha256(party.id().getBytes(StandardCharsets.UTF_8)), fixed, credential);
  }

  /** No maker, the id, and the public key in COSE (RFC 9053, section 7.1). */
  private byte[] credential() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    return joined(
        new byte[16],
        new byte[] {0, (byte) id.length},
        id,
        new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
        coordinate(key.getW().getAffineX().toByteArray()),
        new byte[] {0x22, 0x58, 0x20},
        coordinate(key.getW().getAffineY().toByteArray()));
  }

  private static byte[] coordinate(byte[] number) {
    byte[] fixed = new byte[32];
    int length = Math.min(number.length, fixed.length);
    System.arraycopy(number, number.length - length, fixed, fixed.length - length, length);
    return fixed;
  }

  /** A short text in CBOR. */
  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return joined(new byte[] {(byte) (0x60 | bytes.length)}, bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
