package org.doublelock.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Where a node keeps the highest mark that it knows to be stored in the database, for its next
 * start.
 */
record MarkFile(Path path) {

  static MarkFile in(Path dataDirectory) {
    return new MarkFile(dataDirectory.resolve("database.mark"));
  }

  /**
   * Empty where no node has kept one.
   *
   * @throws IllegalStateException when it holds something else, or nothing: without the mark nobody
   *     knows whether the database was put back
   */
  OptionalLong read() throws IOException {
    if (!Files.exists(path)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(path).strip()));
    } catch (NumberFormatException broken) {
      throw new IllegalStateException(path + " holds no mark; take it away", broken);
    }
  }

  void forget() throws IOException {
    Files.deleteIfExists(path);
  }

  void keep(long mark) throws IOException {
    new ReplacedFile(path).write(Long.toString(mark));
  }
}
