package org.doublelock.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Adds a key to the keyset file that seals from then on; the older ones stay, to open what they
 * sealed. Afterwards {@link SecretVault#reload} uses it.
 */
public final class KeysetRotation {

  private static final Object ONE_AT_A_TIME = new Object();

  private final VaultSettings settings;

  public KeysetRotation(VaultSettings settings) {
    this.settings = settings;
  }

  /**
   * Rotates the file's keyset. Two rotations at once both take effect: one that overwrote the other
   * would lose the key that secrets are sealed with by then.
   *
   * @throws IllegalStateException when the keyset is given by a setting, which cannot be written
   * @throws UncheckedIOException when the file cannot be read or replaced; it is unchanged then
   */
  public void rotate() {
    if (settings.keyset().isPresent()) {
      throw new IllegalStateException(
          "the keyset is given by the setting " + VaultSettings.KEYSET + ": rotate it there");
    }
    KeysetFile file = new KeysetFile(settings.keysetFile());
    synchronized (ONE_AT_A_TIME) {
      rotateLocked(file.behindLinks());
    }
  }

  /** The lock has a file of its own, since the keyset's is replaced. */
  private static void rotateLocked(KeysetFile file) {
    Path lockFile = file.path().resolveSibling(file.path().getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IllegalStateException("the lock " + lockFile + " was lost");
      }
      file.replace(file.open().withNewPrimary());
    } catch (IOException unlockable) {
      throw new UncheckedIOException("cannot lock " + lockFile, unlockable);
    }
  }
}
