package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Two nodes on one PostgreSQL that share browser sessions, each ended and started again at will.
 */
final class ClusteredNodes implements AutoCloseable {

  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private final Map<String, String> settings = new HashMap<>();
  private final int[] ports = {AppProcess.freePort(), AppProcess.freePort()};
  private final int[] clusterPorts = {AppProcess.freePort(), AppProcess.freePort()};
  private final AppProcess[] nodes = new AppProcess[2];

  ClusteredNodes(EmbeddedPostgres database, Path folder) {
    settings.put("doublelock.db.url", database.getJdbcUrl("postgres", "postgres"));
    settings.put("doublelock.db.user", "postgres");
    settings.put("doublelock.bootstrap.user", RunningApp.USER_NAME);
    settings.put("doublelock.bootstrap.password", RunningApp.PASSWORD);
    settings.put("doublelock.vault.keyset-file", folder.resolve("keyset.json").toString());
    settings.put("doublelock.trusted-proxies", "127.0.0.1");
    settings.put("doublelock.rate.max", "1000000");
    settings.put("doublelock.stop.notice-seconds", "2");
    settings.put(
        "doublelock.cluster.members",
        "127.0.0.1:" + clusterPorts[0] + ",127.0.0.1:" + clusterPorts[1]);
    start(0);
    start(1);
  }

  int port(int node) {
    return ports[node];
  }

  AppProcess node(int node) {
    return nodes[node];
  }

  /** Asks it to end, and waits until it has; nobody who asks it meanwhile gets a page. */
  void endOrderly(int node) {
    try (DirectCaller caller = new DirectCaller(nodes[node].base())) {
      nodes[node].terminate();
      assertEquals(ENDED_BY_SIGTERM, nodes[node].awaitExit());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts it where it was and waits until it is ready; nobody who asks it first gets a page. */
  void start(int node) {
    settings.put("doublelock.cluster.port", String.valueOf(clusterPorts[node]));
    nodes[node] = AppProcess.with(settings).launchOn(ports[node]);
    try (DirectCaller caller = new DirectCaller(nodes[node].base())) {
      nodes[node].requireReady();
    }
  }

  @Override
  public void close() throws IOException {
    for (AppProcess node : nodes) {
      if (node != null) {
        node.close();
      }
    }
  }
}
