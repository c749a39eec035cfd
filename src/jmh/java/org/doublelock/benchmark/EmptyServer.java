package org.doublelock.benchmark;

import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.doublelock.acceptance.AppProcess;

/**
 * The server that the application's jar carries, with a WAR of one file and no code: what is left
 * of a start and of the memory when there is no application. It has off what the jar has off.
 */
final class EmptyServer implements AutoCloseable {

  /** Where the application has its first page, so that both are asked alike. */
  private static final String FILE = "sign-in";

  private static final String CONFIGURATION = "set configs.config.server-config.";
  private static final String SETTINGS =
      CONFIGURATION
          + "network-config.network-listeners.network-listener.http-listener.address=127.0.0.1\n"
          + CONFIGURATION
          + "phone-home-runtime-configuration.enabled=false\n"
          + CONFIGURATION
          + "microprofile-metrics-configuration.enabled=false\n"
          + CONFIGURATION
          + "microprofile-openapi-configuration.enabled=false\n";

  private static final Path WORK = Path.of("target", "benchmark").toAbsolutePath();

  private final Process process;
  private final int port;

  private EmptyServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and returns at once. */
  static EmptyServer launch(List<String> javaOptions) throws IOException {
    Files.createDirectories(WORK);
    Path settings = Files.writeString(WORK.resolve("empty-server.commands"), SETTINGS);
    int port = AppProcess.freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(List.of("--deploy", war().toString(), "--contextroot", "/"));
    command.addAll(List.of("--port", String.valueOf(port), "--nohazelcast"));
    command.addAll(List.of("--prebootcommandfile", settings.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(WORK.resolve("empty-server.log").toFile())
            .start();
    return new EmptyServer(process, port);
  }

  private static Path jar() {
    try {
      return Path.of(PayaraMicro.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException never) {
      throw new IllegalStateException(never);
    }
  }

  private static Path war() throws IOException {
    Path war = WORK.resolve("empty.war");
    Files.deleteIfExists(war);
    try (FileSystem entries = FileSystems.newFileSystem(war, Map.of("create", "true"))) {
      Files.writeString(entries.getPath(FILE), ClosedLoop.ACCEPTED + "}");
    }
    return war;
  }

  /** So many posts of what signed calls with those keys send, answered with the file. */
  Measured posts(List<SeededKey> keys, int clients, int total) {
    return ClosedLoop.exactly(
        port, total, part -> SignedRequests.posts(keys, clients, part, "/" + FILE));
  }

  /** Where it listens, ending in a slash. */
  URI base() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  ProcessTree processes() {
    return new ProcessTree(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
