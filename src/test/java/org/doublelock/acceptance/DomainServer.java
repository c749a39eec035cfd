package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * GlassFish or Payara Server, started with a domain of the test's own: the one it comes with, on
 * loopback and on free ports, not naming itself in answers, with the WAR where it deploys by
 * itself.
 *
 * @param home the directory that has {@code bin} and {@code glassfish} in it
 * @param war which of the built ones it takes
 * @param own what else is changed in its domain
 */
record DomainServer(Path home, String war, Map<String, String> own) {

  private static final String DOMAIN = "doublelock";
  private static final List<String> PORTS = List.of("8181", "4848", "3700", "3820", "3920", "8686");

  /** Said of nothing, its messages would be listened for on all addresses. */
  private static final String NO_MESSAGES =
      "<jms-service type=\"DISABLED\" default-jms-host=\"default_JMS_host\">"
          + "<jms-host name=\"default_JMS_host\" host=\"127.0.0.1\" lazy-init=\"false\"/></jms-service>";

  private static final String DATA_GRID = "<hazelcast-config-specific-configuration>";
  private static final String HTTP = "<http default-virtual-server=\"server\" ";
  private static final String CONFIGURED_HTTP =
      HTTP + "xpowered-by=\"false\" allow-payload-for-undefined-http-methods=\"true\" ";
  private static final String JVM_OPTION = "<jvm-options>-Djava.awt.headless=true</jvm-options>";

  static DomainServer payara(Path home) {
    return new DomainServer(
        home,
        "doublelock.war",
        Map.of(
            DATA_GRID,
            DATA_GRID.replace(">", " enabled=\"false\">"),
            HTTP,
            CONFIGURED_HTTP + "server-header=\"false\" "));
  }

  static DomainServer glassfish(Path home) {
    return new DomainServer(
        home,
        "doublelock-glassfish.war",
        Map.of(
            HTTP,
            CONFIGURED_HTTP,
            JVM_OPTION,
            JVM_OPTION + "<jvm-options>-Dproduct.name=</jvm-options>"));
  }

  /**
   * Makes the domain under the directory; returns the command that starts it. Sessions are shared
   * as {@code docs/operations.md} says it for Payara Server.
   */
  List<String> prepare(Path directory, int port, Optional<ClusterMembers> sessions)
      throws IOException {
    Path domains = Files.createDirectories(directory.resolve("domains"));
    Path domain = domains.resolve(DOMAIN);
    Directories.copy(home.resolve("glassfish/domains/domain1"), domain);
    Path file = domain.resolve("config/domain.xml");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(home.resolve("bin/asadmin").toString(), "start-domain"));
    command.addAll(List.of("--domaindir", domains.toString(), "--verbose"));
    Map<String, String> more = new LinkedHashMap<>(own);
    if (sessions.isPresent()) {
      Path built = Files.copy(Path.of("target", war), directory.resolve(war));
      OperationsGuide guide = guide(sessions.get(), built);
      Typed.in(directory, guide.block("1. **Payara Server's WAR**"));
      List<String> administration = guide.block("2. **Payara Server's configuration**");
      more.remove(DATA_GRID);
      more.put(JVM_OPTION, JVM_OPTION + jvmOptions(administration));
      command.addAll(List.of("--prebootcommandfile", write(directory, "set ", administration)));
      command.addAll(List.of("--postbootcommandfile", write(directory, "deploy ", administration)));
    } else {
      Files.copy(
          Path.of("target", war),
          Files.createDirectories(domain.resolve("autodeploy")).resolve("doublelock.war"));
    }
    Files.writeString(file, configure(Files.readString(file), port, more));
    command.add(DOMAIN);
    return command;
  }

  private static OperationsGuide guide(ClusterMembers sessions, Path built) throws IOException {
    return OperationsGuide.read()
        .with("10.0.0.1:4900,10.0.0.2:4900", String.join(",", sessions.members()))
        .with("interface=10.0.0.1", "interface=127.0.0.1")
        .with("das-port=4900", "das-port=" + sessions.port())
        .with("availabilityenabled=true doublelock.war", "availabilityenabled=true " + built);
  }

  private static String jvmOptions(List<String> administration) {
    String verb = "create-jvm-options ";
    return administration.stream()
        .filter(line -> line.startsWith(verb))
        .map(line -> "<jvm-options>" + line.substring(verb.length()) + "</jvm-options>")
        .collect(Collectors.joining());
  }

  private static String write(Path directory, String verb, List<String> administration)
      throws IOException {
    List<String> lines = administration.stream().filter(line -> line.startsWith(verb)).toList();
    return Files.write(directory.resolve(verb.strip() + ".commands"), lines).toString();
  }

  private static String configure(String domain, int port, Map<String, String> own) {
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("address=\"0.0.0.0\"", "address=\"127.0.0.1\"");
    changes.put("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=");
    changes.put("port=\"8080\"", "port=\"" + port + "\"");
    changes.put("<connector-service ", NO_MESSAGES + "<connector-service ");
    changes.putAll(own);
    for (String each : PORTS) {
      changes.put("port=\"" + each + "\"", "port=\"" + AppProcess.freePort() + "\"");
    }
    String configured = domain;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      // unchanged, something would listen on all addresses and no test would notice
      if (!configured.contains(change.getKey())) {
        throw new IllegalStateException("the server's domain has no " + change.getKey());
      }
      configured = configured.replace(change.getKey(), change.getValue());
    }
    return configured;
  }
}
