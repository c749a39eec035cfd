package org.doublelock.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;

/** The keys that seal secrets: the primary one seals, all of them open. */
final class Keyset {

  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("AES-GCM is not available", unavailable);
    }
  }

  private final KeysetHandle handle;
  private final Aead aead;

  private Keyset(KeysetHandle handle) throws GeneralSecurityException {
    this.handle = handle;
    this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  static Keyset generate() {
    try {
      return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("no key can be generated", unavailable);
    }
  }

  /**
   * Reads a keyset as {@link #writeJson} wrote it.
   *
   * @throws IllegalArgumentException when the text is none, or its keys do not encrypt; without the
   *     cause, since a parser's message may quote the text
   */
  static Keyset parse(String json) {
    try {
      return new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException | RuntimeException garbled) {
      throw new IllegalArgumentException(
          "not a keyset for encryption (" + garbled.getClass().getSimpleName() + ")");
    }
  }

  /** The same keys and a new one, which seals from then on. */
  Keyset withNewPrimary() {
    try {
      return new Keyset(
          KeysetHandle.newBuilder(handle)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the keyset takes no new key", impossible);
    }
  }

  /** The keyset in clear: for the keyset's own file and nothing else. */
  String writeJson() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the keyset cannot be written", impossible);
    }
  }

  Aead aead() {
    return aead;
  }

  int size() {
    return handle.size();
  }

  /** The number of the key that seals now; other keysets may have one of that number by chance. */
  long primaryId() {
    return handle.getPrimary().getId();
  }

  boolean hasId(long id) {
    return IntStream.range(0, handle.size()).anyMatch(index -> handle.getAt(index).getId() == id);
  }

  /**
   * What each ciphertext of the key that seals now begins with, in base64, as far as whole letters
   * go.
   */
  String primaryPrefix() {
    byte[] prefix = ((AeadKey) handle.getPrimary().getKey()).getOutputPrefix().toByteArray();
    return Base64.getEncoder().encodeToString(prefix).substring(0, prefix.length * 8 / 6);
  }

  /** Whether a ciphertext names the key that seals now. */
  boolean sealedWithPrimary(byte[] sealed) {
    return isNamedBy(sealed, handle.getPrimary());
  }

  /** Whether a ciphertext names any key of this keyset. */
  boolean knowsKeyOf(byte[] sealed) {
    return IntStream.range(0, handle.size())
        .anyMatch(index -> isNamedBy(sealed, handle.getAt(index)));
  }

  private static boolean isNamedBy(byte[] sealed, KeysetHandle.Entry entry) {
    if (!(entry.getKey() instanceof AeadKey key)) {
      return false;
    }
    byte[] prefix = key.getOutputPrefix().toByteArray();
    return prefix.length > 0
        && sealed.length >= prefix.length
        && Arrays.equals(sealed, 0, prefix.length, prefix, 0, prefix.length);
  }

  @Override
  public String toString() {
    return "Keyset[" + size() + " keys, hidden]";
  }
}
