package org.doublelock.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file that keeps the keyset, readable by its owner alone. */
record KeysetFile(Path path) {

  /** The keyset in the file; where there is no file yet, a new one that is written first. */
  Keyset openOrCreate() {
    try {
      if (Files.notExists(path)) {
        create();
      }
      return Keyset.parse(Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the keyset file " + path, unreadable);
    } catch (IllegalArgumentException garbled) {
      throw new IllegalStateException(
          "the file " + path + " (doublelock.vault.keyset-file) holds no keyset", garbled);
    }
  }

  /** Written whole beside its place, then linked there: of two that start at once, one wins. */
  private void create() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Path whole =
        Files.createTempFile(path.toAbsolutePath().getParent(), "keyset", ".new", ownerOnly());
    try {
      Files.writeString(whole, Keyset.generate().writeJson());
      Files.createLink(path, whole);
    } catch (FileAlreadyExistsException anotherWasFirst) {
      // theirs is the keyset then
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(
          Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
    };
  }
}
