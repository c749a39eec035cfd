package org.doublelock.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** The keys that seal secrets: one seals, all of them open. */
final class Keyset {

  private final KeysetHandle handle;

  private Keyset(KeysetHandle handle) {
    this.handle = handle;
  }

  static Keyset generate() {
    try {
      AeadConfig.register();
      return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("AES-GCM is not available", unavailable);
    }
  }

  /**
   * Reads a keyset as {@link #writeJson} wrote it.
   *
   * @throws IllegalArgumentException when the text is none
   */
  static Keyset parse(String json) {
    try {
      AeadConfig.register();
      return new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException garbled) {
      throw new IllegalArgumentException("not a keyset", garbled);
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
    try {
      return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException unsuitable) {
      throw new IllegalStateException("the keyset does not encrypt", unsuitable);
    }
  }
}
