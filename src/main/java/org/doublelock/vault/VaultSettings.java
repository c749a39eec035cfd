package org.doublelock.vault;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where the keyset comes from.
 *
 * @param keyset the keyset's own JSON, which wins over the file
 * @param keysetFile the file that keeps it otherwise, made when it is missing
 */
public record VaultSettings(Optional<String> keyset, Path keysetFile) {

  static final String KEYSET = "doublelock.vault.keyset";
  static final String KEYSET_FILE = "doublelock.vault.keyset-file";
  static final String DATA_DIRECTORY = "doublelock.data.dir";

  public VaultSettings {
    Objects.requireNonNull(keyset);
    Objects.requireNonNull(keysetFile);
  }

  /**
   * Reads {@code doublelock.vault.keyset}, {@code doublelock.vault.keyset-file} (by default {@code
   * keyset.json} in the data directory) and {@code doublelock.data.dir} (by default {@code
   * .doublelock} in the user's home).
   */
  public static VaultSettings from(Config config) {
    return new VaultSettings(
        config.getOptionalValue(KEYSET, String.class),
        path(config, KEYSET_FILE).orElseGet(() -> dataDirectory(config).resolve("keyset.json")));
  }

  private static Path dataDirectory(Config config) {
    return path(config, DATA_DIRECTORY)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".doublelock"));
  }

  private static Optional<Path> path(Config config, String name) {
    return config.getOptionalValue(name, String.class).map(Path::of);
  }

  String place() {
    return keyset.isPresent() ? "setting " + KEYSET : keysetFile.toString();
  }

  /**
   * Reads the keyset, and writes a new one where the file is missing.
   *
   * @throws IllegalStateException naming the setting, when what is there is no keyset
   * @throws java.io.UncheckedIOException naming file and setting, when the file cannot be used
   */
  Keyset readKeyset() {
    return keyset.map(VaultSettings::parse).orElseGet(new KeysetFile(keysetFile)::openOrCreate);
  }

  /**
   * Reads the keyset of a running server again: where its file is gone, no other takes its place.
   */
  Keyset rereadKeyset() {
    return keyset.map(VaultSettings::parse).orElseGet(new KeysetFile(keysetFile)::open);
  }

  private static Keyset parse(String json) {
    try {
      return Keyset.parse(json);
    } catch (IllegalArgumentException garbled) {
      throw new IllegalStateException("the setting " + KEYSET + " holds no keyset", garbled);
    }
  }

  @Override
  public String toString() {
    return "VaultSettings[keyset="
        + (keyset.isPresent() ? "hidden" : "none")
        + ", keysetFile="
        + keysetFile
        + "]";
  }
}
