package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  private static final String HTTP = "<http default-virtual-server=\"server\" ";
  private static final String CONFIGURED_HTTP =
      HTTP + "xpowered-by=\"false\" allow-payload-for-undefined-http-methods=\"true\" ";
  private static final String JVM_OPTION = "<jvm-options>-Djava.awt.headless=true</jvm-options>";

  static DomainServer payara(Path home) {
    return new DomainServer(
        home,
        "doublelock.war",
        Map.of(
            "<hazelcast-config-specific-configuration>",
            "<hazelcast-config-specific-configuration enabled=\"false\">",
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

  /** Makes the domain under the directory; returns the command that starts it. */
  List<String> prepare(Path directory, int port) throws IOException {
    Path domains = Files.createDirectories(directory.resolve("domains"));
    Path domain = domains.resolve(DOMAIN);
    Directories.copy(home.resolve("glassfish/domains/domain1"), domain);
    Path file = domain.resolve("config/domain.xml");
    Files.writeString(file, configure(Files.readString(file), port));
    Files.copy(
        Path.of("target", war),
        Files.createDirectories(domain.resolve("autodeploy")).resolve("doublelock.war"));
    return List.of(
        home.resolve("bin/asadmin").toString(),
        "start-domain",
        "--domaindir",
        domains.toString(),
        "--verbose",
        DOMAIN);
  }

  private String configure(String domain, int port) {
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
