package org.doublelock.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What is kept in the data directory is for its owner alone: the directory 0700, the embedded
 * database and the logs 0600, as the keyset is. On a file system without such permissions nothing
 * is done.
 *
 * @param directory the data directory
 */
record OwnersFiles(Path directory) {

  private static final Logger LOG = Logger.getLogger(OwnersFiles.class.getName());

  private static final Set<PosixFilePermission> FOR_DIRECTORIES =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FOR_FILES =
      PosixFilePermissions.fromString("rw-------");

  /** Makes the directory and an empty file for the database, where there are none. */
  void prepare(String database) throws IOException {
    if (isPosix()) {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory, attribute(FOR_DIRECTORIES));
      }
      try {
        Files.createFile(directory.resolve(database), attribute(FOR_FILES));
      } catch (FileAlreadyExistsException kept) {
        // it is repaired where it has to be
      }
    }
    repair();
  }

  /** Closes what is open to others, and says so in the log. */
  void repair() {
    if (!isPosix() || !Files.isDirectory(directory)) {
      return;
    }
    List<Path> open = new ArrayList<>();
    try {
      close(directory, FOR_DIRECTORIES, open);
      Path logs = directory.resolve("logs");
      for (Path file : filesIn(directory, "{doublelock.*,database.mark}")) {
        close(file, FOR_FILES, open);
      }
      if (Files.isDirectory(logs, LinkOption.NOFOLLOW_LINKS)) {
        close(logs, FOR_DIRECTORIES, open);
        for (Path file : filesIn(logs, "*.{log,lck}")) {
          close(file, FOR_FILES, open);
        }
      }
    } catch (IOException anothers) {
      LOG.log(Level.WARNING, directory + " cannot be closed to others on this machine", anothers);
    }
    if (!open.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "others on this machine could read {0}: closed to all but its owner",
          open);
    }
  }

  private static List<Path> filesIn(Path folder, String names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(
              file ->
                  file.getFileSystem().getPathMatcher("glob:" + names).matches(file.getFileName()))
          .sorted()
          .toList();
    }
  }

  private static void close(Path path, Set<PosixFilePermission> allowed, List<Path> open)
      throws IOException {
    if (!allowed.containsAll(Files.getPosixFilePermissions(path))) {
      Files.setPosixFilePermissions(path, allowed);
      open.add(path);
    }
  }

  private boolean isPosix() {
    return isPosix(directory);
  }

  /** Whether its file system knows owners and what is for them alone. */
  static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** What a new file is made with, so that it never was open to others. */
  static FileAttribute<?>[] ofNewFile(Path file) {
    return isPosix(file) ? new FileAttribute<?>[] {attribute(FOR_FILES)} : new FileAttribute<?>[0];
  }

  private static FileAttribute<?> attribute(Set<PosixFilePermission> permissions) {
    return PosixFilePermissions.asFileAttribute(permissions);
  }
}
