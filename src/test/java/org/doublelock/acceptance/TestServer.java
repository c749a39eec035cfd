package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The server that runs the application in this run of the tests: {@code -Ddoublelock.test.server=}
 * {@code jar} (the self-contained one), or {@code payara-server}, {@code glassfish} or {@code
 * wildfly} (its WAR on one that was installed).
 */
enum TestServer {
  JAR {
    @Override
    List<String> prepare(AppStart start, Path data, int port) {
      List<String> command = new ArrayList<>();
      command.add(TestJava.command());
      command.addAll(start.javaOptions());
      command.add("-Duser.language=en");
      command.add("-Ddoublelock.stop-with-parent=true");
      command.add("-jar");
      command.add(start.jar().toAbsolutePath().toString());
      return command;
    }

    @Override
    boolean saysWhenItIsReady() {
      return true;
    }
  },

  PAYARA_SERVER {
    @Override
    List<String> prepare(AppStart start, Path data, int port) throws IOException {
      return DomainServer.payara(home()).prepare(data, port, ClusterMembers.in(start.settings()));
    }
  },

  GLASSFISH {
    @Override
    List<String> prepare(AppStart start, Path data, int port) throws IOException {
      return DomainServer.glassfish(home())
          .prepare(data, port, ClusterMembers.in(start.settings()));
    }
  },

  WILDFLY {
    @Override
    List<String> prepare(AppStart start, Path data, int port) throws IOException {
      return new WildFlyServer(home()).prepare(data, port, ClusterMembers.in(start.settings()));
    }
  };

  private static Path home() {
    return Path.of(System.getProperty("doublelock.test.server.home"));
  }

  /**
   * Makes what the server needs beside its own files.
   *
   * @return the command that starts it
   */
  abstract List<String> prepare(AppStart start, Path data, int port) throws IOException;

  /**
   * Settings as environment variables, unless a test sets them: browsers go by the address here.
   * Payara Server's asadmin would take the first Java that it finds.
   */
  Map<String, String> environment(int port) {
    return Map.of(
        "DOUBLELOCK_PUBLIC_URL",
        "http://127.0.0.1:" + port,
        "AS_JAVA",
        System.getProperty("java.home"));
  }

  /** Whether it prints when the application is ready; else its first page is asked for. */
  boolean saysWhenItIsReady() {
    return false;
  }

  static TestServer configured() {
    String name = System.getProperty("doublelock.test.server", "jar");
    return switch (name) {
      case "jar" -> JAR;
      case "payara-server" -> PAYARA_SERVER;
      case "glassfish" -> GLASSFISH;
      case "wildfly" -> WILDFLY;
      default -> throw new IllegalArgumentException("there is no test server called " + name);
    };
  }
}
