package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * WildFly in the configuration it comes with, with a base directory of the test's own, on loopback
 * and on free ports, with the WAR where it deploys by itself.
 *
 * @param home the directory that has {@code bin} and {@code standalone} in it
 */
record WildFlyServer(Path home) {

  /** Makes the base under the directory; returns the command that starts it. */
  List<String> prepare(Path directory, int port) throws IOException {
    Path base = directory.resolve("standalone");
    Directories.copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
    Path file = base.resolve("configuration/standalone.xml");
    Files.writeString(
        file, Files.readString(file).replace("enable-http2=\"true\"", "enable-http2=\"false\""));
    Files.copy(
        Path.of("target", "doublelock-wildfly.war"),
        Files.createDirectories(base.resolve("deployments")).resolve("doublelock-wildfly.war"));
    return List.of(
        "sh",
        home.resolve("bin/standalone.sh").toString(),
        "-b",
        "127.0.0.1",
        "-bmanagement",
        "127.0.0.1",
        "-Djboss.server.base.dir=" + base,
        "-Djboss.http.port=" + port,
        "-Djboss.https.port=" + AppProcess.freePort(),
        "-Djboss.management.http.port=" + AppProcess.freePort());
  }
}
