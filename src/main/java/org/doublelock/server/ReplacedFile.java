package org.doublelock.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A small text file whose readers see the old text or the new one, after a power cut too. */
record ReplacedFile(Path path) {

  /** Writes it for its owner alone, on disk before it is in its place: else it might be empty. */
  void write(String text) throws IOException {
    Path written = path.resolveSibling(path.getFileName() + ".new");
    Files.createDirectories(written.getParent());
    Files.deleteIfExists(written);
    Files.createFile(written, OwnersFiles.ofNewFile(written));
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(written, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Has its name on disk as well, where the file system knows such a thing. */
  void forceName() throws IOException {
    if (OwnersFiles.isPosix(path)) {
      try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }
}
