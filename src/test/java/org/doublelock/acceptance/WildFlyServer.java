package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * WildFly in the configuration it comes with, with a base directory of the test's own, on loopback
 * and on free ports, with the WAR where it deploys by itself. Where sessions are shared it is
 * configured by what {@code docs/operations.md} says.
 *
 * @param home the directory that has {@code bin} and {@code standalone} in it
 */
record WildFlyServer(Path home) {

  private static final String WAR = "doublelock-wildfly.war";

  /** Makes the base under the directory; returns the command that starts it. */
  List<String> prepare(Path directory, int port, Optional<ClusterMembers> sessions)
      throws IOException {
    Path base = directory.resolve("standalone");
    Directories.copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
    Path war = Files.copy(Path.of("target", WAR), directory.resolve(WAR));
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add(home.resolve("bin/standalone.sh").toString());
    command.addAll(List.of("-b", "127.0.0.1", "-bmanagement", "127.0.0.1"));
    command.add("-Djboss.server.base.dir=" + base);
    command.add("-Djboss.http.port=" + port);
    command.add("-Djboss.https.port=" + AppProcess.freePort());
    command.add("-Djboss.management.http.port=" + AppProcess.freePort());
    if (sessions.isPresent()) {
      command.addAll(share(sessions.get(), directory, base, port));
    } else {
      Path file = base.resolve("configuration/standalone.xml");
      Files.writeString(
          file, Files.readString(file).replace("enable-http2=\"true\"", "enable-http2=\"false\""));
    }
    Files.move(war, Files.createDirectories(base.resolve("deployments")).resolve(WAR));
    return command;
  }

  /** Does what the page says; returns what it says to start the server with. */
  private List<String> share(ClusterMembers sessions, Path directory, Path base, int port)
      throws IOException {
    OperationsGuide guide =
        OperationsGuide.read()
            .with("host=10.0.0.1,port=7600", "host=127.0.0.1,port=" + portOf(sessions, 0))
            .with("host=10.0.0.2,port=7600", "host=127.0.0.1,port=" + portOf(sessions, 1))
            .with("10.0.0.1", "127.0.0.1")
            .with("wildfly-node-1", "node-" + port);
    Typed.in(directory, guide.block("1. **WildFly's WAR**"));
    Path script = base.resolve("sessions.cli");
    Files.write(script, guide.block("2. **WildFly's configuration**"));
    Typed.in(
        base,
        List.of(
            "export JAVA_OPTS=-Djboss.server.base.dir=" + base,
            "sh " + home.resolve("bin/jboss-cli.sh") + " --file=" + script));
    Path file = base.resolve("configuration/standalone-ha.xml");
    Files.writeString(
        file, Files.readString(file).replace("port=\"7600\"", "port=\"" + sessions.port() + "\""));
    String options = guide.between("3. **WildFly's start**: `bin/standalone.sh ", "`");
    return List.of(options.split(" "));
  }

  private static String portOf(ClusterMembers sessions, int member) {
    return sessions.members().get(member).replaceFirst(".*:", "");
  }
}
