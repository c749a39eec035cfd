package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Two applications on one database, sharing nothing else but the keyset. */
final class Nodes implements AutoCloseable {

  private final Map<String, String> settings;
  private final AppProcess first;
  private AppProcess second;

  Nodes(Map<String, String> database) throws IOException {
    settings = new HashMap<>(database);
    Path keyset =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "app")), "keyset-")
            .resolve("keyset.json");
    settings.put("doublelock.vault.keyset-file", keyset.toAbsolutePath().toString());
    settings.put("doublelock.rate.max", "1000000");
    settings.put("doublelock.address-lockout.failures", "0");
    first = AppProcess.with(settings).lasting().awaitReady();
    second = AppProcess.with(settings).lasting().awaitReady();
  }

  RunningApp first() {
    return RunningApp.of(first);
  }

  RunningApp second() {
    return RunningApp.of(second);
  }

  void killSecond() {
    second.kill();
  }

  /** Starts the second one again where it was, quickly, since the first has calls to answer. */
  void restartSecond() {
    second = AppProcess.with(settings).launchOn(second.port());
    second.requireReady();
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }
}
