package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The server that runs the application in this run of the tests: {@code -Ddoublelock.test.server=}
 * {@code jar} (the self-contained one), or {@code payara-server} or {@code glassfish} (the WAR on
 * one that was installed).
 */
enum TestServer {
  JAR {
    @Override
    List<String> prepare(AppProcess.Start start, Path data, int port) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(start.javaOptions());
      command.add("-Duser.language=en");
      command.add("-Ddoublelock.stop-with-parent=true");
      command.add("-jar");
      command.add(start.jar().toAbsolutePath().toString());
      return command;
    }

    @Override
    Map<String, String> environment(int port) {
      return Map.of();
    }

    @Override
    boolean saysWhenItIsReady() {
      return true;
    }
  },

  PAYARA_SERVER {
    @Override
    List<String> prepare(AppProcess.Start start, Path data, int port) throws IOException {
      return DomainServer.payara(home()).prepare(data, port);
    }

    @Override
    Map<String, String> environment(int port) {
      return publicUrl(port);
    }

    @Override
    boolean saysWhenItIsReady() {
      return false;
    }
  },

  GLASSFISH {
    @Override
    List<String> prepare(AppProcess.Start start, Path data, int port) throws IOException {
      return DomainServer.glassfish(home()).prepare(data, port);
    }

    @Override
    Map<String, String> environment(int port) {
      return publicUrl(port);
    }

    @Override
    boolean saysWhenItIsReady() {
      return false;
    }
  };

  private static Path home() {
    return Path.of(System.getProperty("doublelock.test.server.home"));
  }

  /** What the self-contained jar settles by itself. */
  private static Map<String, String> publicUrl(int port) {
    return Map.of("DOUBLELOCK_PUBLIC_URL", "http://127.0.0.1:" + port);
  }

  /**
   * Makes what the server needs beside its own files.
   *
   * @return the command that starts it
   */
  abstract List<String> prepare(AppProcess.Start start, Path data, int port) throws IOException;

  /** Settings as environment variables, unless a test sets them. */
  abstract Map<String, String> environment(int port);

  /** Whether it prints when the application is ready; else its first page is asked for. */
  abstract boolean saysWhenItIsReady();

  static TestServer configured() {
    String name = System.getProperty("doublelock.test.server", "jar");
    return switch (name) {
      case "jar" -> JAR;
      case "payara-server" -> PAYARA_SERVER;
      case "glassfish" -> GLASSFISH;
      default -> throw new IllegalArgumentException("there is no test server called " + name);
    };
  }
}
