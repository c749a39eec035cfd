package org.doublelock.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file that keeps the keyset, readable by its owner alone. */
record KeysetFile(Path path) {

  KeysetFile {
    path = path.toAbsolutePath();
  }

  /** The keyset in the file; where there is no file yet, a new one that is written first. */
  Keyset openOrCreate() {
    try {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        create();
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot create " + description(), unwritable);
    }
    return open();
  }

  /** The keyset in the file, which has to be there. */
  Keyset open() {
    try {
      return Keyset.parse(Files.readString(path));
    } catch (CharacterCodingException | IllegalArgumentException garbled) {
      throw new IllegalStateException(description() + " holds no keyset", garbled);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + description(), unreadable);
    }
  }

  /** Itself, or what it is a link to: a link would be replaced, and leave others the old file. */
  KeysetFile behindLinks() {
    try {
      return new KeysetFile(path.toRealPath());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + description(), unreadable);
    }
  }

  /** Puts another keyset in the place of the one that is there; readers see the old or the new. */
  void replace(Keyset keyset) {
    try {
      Path whole = writeBeside(keyset);
      try {
        Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
      forceDirectory();
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot replace " + description(), unwritable);
    }
  }

  /** Written whole beside its place, then linked there: of two that start at once, one wins. */
  private void create() throws IOException {
    Files.createDirectories(path.getParent(), onlyOwner("rwx------"));
    Path whole = writeBeside(Keyset.generate());
    try {
      Files.createLink(path, whole);
    } catch (FileAlreadyExistsException anotherWasFirst) {
      // theirs is the keyset then
    } finally {
      Files.deleteIfExists(whole);
    }
    forceDirectory();
  }

  /** On disk before anything is sealed with it: a keyset lost is every secret lost. */
  private Path writeBeside(Keyset keyset) throws IOException {
    Path whole = Files.createTempFile(path.getParent(), "keyset", ".new", onlyOwner("rw-------"));
    try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
      ByteBuffer text = StandardCharsets.UTF_8.encode(keyset.writeJson());
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
      return whole;
    } catch (IOException full) {
      Files.deleteIfExists(whole);
      throw full;
    }
  }

  private void forceDirectory() throws IOException {
    if (isPosix()) {
      try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }

  private FileAttribute<?>[] onlyOwner(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private String description() {
    return "the keyset file " + path + " (setting " + VaultSettings.KEYSET_FILE + ")";
  }
}
