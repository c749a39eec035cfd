package org.doublelock.launch;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Payara Micro in this process, with the application that the jar carries at the root of one HTTP
 * listener.
 */
final class EmbeddedServer {

  private static final String SERVER = "configs.config.server-config.";
  private static final String LISTENER =
      SERVER + "network-config.network-listeners.network-listener.http-listener.";
  private static final String HTTP =
      SERVER + "network-config.protocols.protocol.http-listener.http.";

  private static final List<String> QUIET =
      List.of(
          HTTP + "server-header=false",
          HTTP + "xpowered-by=false",
          SERVER + "phone-home-runtime-configuration.enabled=false",
          SERVER + "microprofile-metrics-configuration.enabled=false",
          SERVER + "microprofile-openapi-configuration.enabled=false");

  /**
   * A proxy that passes an upgrade on does not see what follows it, and the server's own page names
   * the server.
   */
  private static final List<String> PLAIN =
      List.of(
          HTTP + "http2-enabled=false",
          HTTP + "websockets-support-enabled=false",
          HTTP + Entrance.ADDITION + "-support-enabled=true");

  /** A call has a body whatever its method is; a DELETE with one would be refused unread. */
  private static final String ANY_METHOD = HTTP + "allow-payload-for-undefined-http-methods=true";

  /** A program that calls all day needs no new connection every few hundred calls. */
  private static final String LASTING = HTTP + "max-connections=100000";

  /** Whoever sends a body slowly holds a thread: not for long, and there are more threads. */
  private static final List<String> PATIENT =
      List.of(
          HTTP + "upload-timeout-enabled=true",
          HTTP + "connection-upload-timeout-millis=10000",
          HTTP + "request-timeout-seconds=60",
          SERVER + "thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=512");

  private final Path directory;
  private final PayaraMicroBoot payara;
  private final Entrance entrance = new Entrance();

  /**
   * @param directory empty; the server unpacks itself and the application into it
   */
  EmbeddedServer(Path directory) {
    this.directory = directory;
    // Pages find their tag libraries only in jars that are files.
    PayaraMicro.setUpackedJarDir(directory.resolve("code").toFile());
    PayaraMicro.unpackJars();
    this.payara = PayaraMicro.getInstance();
  }

  /**
   * Returns once the server can be asked at {@link #base}, whether or not the application was
   * deployed. Nobody else knows where.
   */
  void start(Settings settings, Path logging) throws BootstrapException, IOException {
    Path application = directory.resolve("application").resolve("ROOT");
    CarriedApplication.unpack(application);
    // Payara 7 says this in its own main method; 6 does not know it.
    System.setProperty(
        "jakarta.security.jacc.PolicyFactory.provider",
        "org.glassfish.exousia.modules.def.DefaultPolicyFactory");
    if (settings.cluster().isPresent()) {
      Cluster.restrain();
      Cluster.share(application);
    }
    payara
        .setPrintLogo(false)
        .setNoHazelcast(settings.cluster().isEmpty())
        .setRootDir(directory.resolve("domain").toFile())
        .setLogPropertiesFile(logging.toFile())
        .addDeploymentFile(application.toFile())
        .setPreBootHandler(commands -> configure(commands, settings, application))
        .bootStrap();
    entrance.open();
  }

  private void configure(AdminCommandRunner commands, Settings settings, Path application) {
    entrance.guard(commands.getClass().getClassLoader(), application);
    commands.run("set", LISTENER + "address=" + InetAddress.getLoopbackAddress().getHostAddress());
    commands.run("set", LISTENER + "port=0");
    commands.run("set", ANY_METHOD);
    commands.run("set", LASTING);
    settings
        .cluster()
        .ifPresent(cluster -> cluster.settings().forEach(each -> commands.run("set", each)));
    QUIET.forEach(setting -> commands.run("set", setting));
    PLAIN.forEach(setting -> commands.run("set", setting));
    PATIENT.forEach(setting -> commands.run("set", setting));
  }

  /** Where this process asks the application, ending in a slash. */
  URI base() {
    return URI.create(Settings.url(InetAddress.getLoopbackAddress(), entrance.portOfStart()));
  }

  /**
   * Listens there, and no longer at {@link #base}.
   *
   * @throws UncheckedIOException if that is not possible
   */
  void listen(InetSocketAddress address) {
    entrance.listen(address);
  }

  /**
   * Says for so long that it is not ready, then lets nobody in, and returns when what was under way
   * is answered.
   */
  void leave(Duration notice) {
    entrance.leave(notice);
    entrance.close(); // what comes now would be begun and taken away
  }

  void stop() throws BootstrapException {
    entrance.close();
    payara.shutdown();
  }
}
