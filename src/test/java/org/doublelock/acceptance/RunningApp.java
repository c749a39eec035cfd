package org.doublelock.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * An application with one person in it, {@link #USER_NAME}, on the database that this run is about.
 */
public final class RunningApp implements AutoCloseable {

  public static final String USER_NAME = "demo";
  public static final String PASSWORD = "harbour lantern 57 quill";

  private final AppProcess process;
  private final URI base;

  private RunningApp(AppProcess process) {
    this(process, process.base());
  }

  private RunningApp(AppProcess process, URI base) {
    this.process = process;
    this.base = base;
  }

  /** The one that tests share. Its limits are out of the way: all of them together exceed any. */
  public static RunningApp shared() {
    return Shared.APP;
  }

  /** One of the test's own, with settings by their names. The test closes it. */
  public static RunningApp startedWith(Map<String, String> settings) {
    return new RunningApp(start(settings).awaitReady());
  }

  /** The same from another file than the one that was built. */
  public static RunningApp startedFrom(Path jar) {
    return new RunningApp(start(Map.of()).from(jar).awaitReady());
  }

  private static AppStart start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(TestDatabase.configured().settings());
    all.putAll(settings);
    return AppProcess.with(all);
  }

  /** One that a test started by itself; the test closes it. */
  static RunningApp of(AppProcess process) {
    return new RunningApp(process);
  }

  /** Where it listens, ending in a slash. */
  public URI base() {
    return base;
  }

  /** The same by its name, since browsers make no passkeys for an address. */
  RunningApp atLocalhost() {
    return new RunningApp(process, URI.create("http://localhost:" + base.getPort() + "/"));
  }

  /** The same behind a proxy. */
  RunningApp at(URI proxy) {
    return new RunningApp(process, proxy);
  }

  public URI page(String path) {
    return base().resolve(path);
  }

  public AppProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }

  private static final class Shared {
    static final RunningApp APP = new RunningApp(start(settings()).shared().awaitReady());

    private static Map<String, String> settings() {
      Map<String, String> settings = new HashMap<>(Mailbox.settings());
      settings.put("doublelock.registration", "open");
      settings.put("doublelock.rate.max", "100000");
      settings.put("doublelock.address-lockout.failures", "0");
      settings.put("doublelock.sign-in.address-failures", "0");
      settings.put("doublelock.operator.accounts", USER_NAME);
      // all tests refuse calls of one person, who would be asked about them on every page
      settings.put("doublelock.unlock.ask", "false");
      return settings;
    }

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(APP::close, "shared-app-stop"));
    }
  }
}
