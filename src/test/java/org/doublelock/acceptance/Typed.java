package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a page of the documentation says to type at a shell. */
final class Typed {

  private Typed() {}

  /**
   * Types the lines there, one after the other.
   *
   * @throws IOException with all that was printed, when one of them fails
   */
  static void in(Path folder, List<String> lines) throws IOException {
    ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", String.join("\n", lines));
    String own = Path.of(System.getProperty("java.home"), "bin").toString();
    shell.environment().merge("PATH", own, (path, ours) -> ours + ":" + path);
    Process typed = shell.directory(folder.toFile()).redirectErrorStream(true).start();
    String printed = new String(typed.getInputStream().readAllBytes());
    try {
      if (typed.waitFor() != 0) {
        throw new IOException(printed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
