package org.doublelock.launch;

import fish.payara.micro.BootstrapException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code java -jar doublelock.jar}: starts the application in this process and says where it is. A
 * start that fails ends the process with status 1 and the reason on standard error. With {@code
 * move-data} after it, it moves the data and ends.
 */
public final class Launcher {

  /** Set where a build tool starts this process, which may end without ending its children. */
  private static final String STOP_WITH_PARENT = "doublelock.stop-with-parent";

  private static final Logger LOG = Logger.getLogger(Launcher.class.getName());
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int FAILED = 1;

  private final Words words;
  private final PrintStream out;

  private Launcher(Words words, PrintStream out) {
    this.words = words;
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    UnsafeWarning.countAsGiven();
    if (Boolean.getBoolean(STOP_WITH_PARENT)) {
      ProcessHandle.current()
          .parent()
          .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }
    Words words = Words.in(Locale.getDefault());
    Configuration configuration = new Configuration(System.getProperties(), System.getenv());
    try {
      if (arguments.length == 0) {
        new Launcher(words, out).run(Settings.from(configuration, words));
      } else if (List.of(arguments).equals(List.of(MoveData.NAME))) {
        System.exit(new MoveData(words, out, err).run(configuration) ? 0 : FAILED);
      } else {
        throw new StartFailure(words.say("launch.unknown", String.join(" ", arguments)));
      }
    } catch (StartFailure failure) {
      err.println(words.say("launch.failed", failure.getMessage()));
      err.flush();
      end();
    }
  }

  private void run(Settings settings) throws StartFailure {
    out.println(words.say("launch.starting"));
    prepareDataDirectory(settings);
    requireFreePort(settings);
    System.setProperty(Settings.DATA_DIRECTORY, settings.dataDirectory().toString());
    settings
        .demoPassword()
        .ifPresent(password -> System.setProperty(Settings.DEMO_PASSWORD, password));
    settings.publicUrl().ifPresent(url -> System.setProperty(Settings.PUBLIC_URL, url));
    settings.demoOffers().forEach(System::setProperty);
    EmbeddedServer server = start(settings);
    listen(server, settings);
    Termination.precededBy(() -> server.leave(settings.stopNotice()));
    new StartupBanner(words, settings).print(out);
  }

  private void prepareDataDirectory(Settings settings) throws StartFailure {
    Path directory = settings.dataDirectory();
    try {
      OwnersDirectory.create(directory);
    } catch (IOException e) {
      throw new StartFailure(words.say("launch.data-directory", directory), e);
    }
    if (!Files.isWritable(directory)) {
      throw new StartFailure(words.say("launch.data-directory", directory));
    }
  }

  /** Asked before the server starts, which would take seconds and then only log it. */
  private void requireFreePort(Settings settings) throws StartFailure {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(listening(settings));
    } catch (IOException e) {
      throw noPort(settings, e);
    }
  }

  private void listen(EmbeddedServer server, Settings settings) throws StartFailure {
    try {
      server.listen(listening(settings));
    } catch (UncheckedIOException e) {
      throw noPort(settings, e.getCause());
    }
  }

  private static InetSocketAddress listening(Settings settings) {
    return new InetSocketAddress(settings.address(), settings.port());
  }

  private StartFailure noPort(Settings settings, IOException why) {
    return new StartFailure(
        words.say(
            "launch.port",
            settings.address().getHostAddress(),
            String.valueOf(settings.port()),
            why.getMessage()),
        why);
  }

  /** A database that takes connections and never answers must not keep the terminal waiting. */
  private EmbeddedServer start(Settings settings) throws StartFailure {
    FutureTask<Optional<EmbeddedServer>> starting = new FutureTask<>(() -> startServer(settings));
    new Thread(starting, "doublelock-start").start();
    try {
      return starting
          .get(settings.startTimeout().toSeconds(), TimeUnit.SECONDS)
          .orElseThrow(() -> notDeployed(settings));
    } catch (TimeoutException e) {
      String seconds = String.valueOf(settings.startTimeout().toSeconds());
      throw new StartFailure(
          StartReason.sentence()
              .map(reason -> words.say("launch.timeout.reason", seconds, reason, settings.log()))
              .orElseGet(() -> words.say("launch.timeout", seconds, settings.log())),
          e);
    } catch (ExecutionException e) {
      if (Termination.isUnderWay()) {
        throw new StartFailure(words.say("launch.ended"), e);
      }
      LOG.log(Level.SEVERE, "the server did not start", e.getCause());
      throw new StartFailure(words.say("launch.server", e.getCause(), settings.log()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure(words.say("launch.server", e, settings.log()), e);
    }
  }

  private StartFailure notDeployed(Settings settings) {
    if (Termination.isUnderWay()) {
      return new StartFailure(words.say("launch.ended"));
    }
    return new StartFailure(
        StartReason.sentence()
            .map(reason -> words.say("launch.deployment.reason", reason, settings.log()))
            .orElseGet(() -> words.say("launch.deployment", settings.log())));
  }

  /** None if the application does not answer in the end. */
  private static Optional<EmbeddedServer> startServer(Settings settings)
      throws IOException, BootstrapException, InterruptedException {
    ServerLog.redirectStreams(settings.log());
    RuntimeDirectory directory = RuntimeDirectory.create();
    EmbeddedServer server = new EmbeddedServer(directory.path());
    Runtime.getRuntime().addShutdownHook(new Thread(new ShutdownHook(server, directory)));
    server.start(
        settings, ServerLog.configure(directory.path(), settings.log(), settings.logsText()));
    return new Readiness(server.base()).isReached() ? Optional.of(server) : Optional.empty();
  }

  /** The server's threads would keep the process alive, and stopping it may hang as it did. */
  private static void end() {
    Thread last =
        new Thread(
            () -> {
              LockSupport.parkNanos(TIMEOUT.toNanos());
              Runtime.getRuntime().halt(FAILED);
            });
    last.setDaemon(true);
    last.start();
    System.exit(FAILED);
  }
}
