package org.doublelock.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node is told of those that it shares browser sessions with, by the settings of the
 * self-contained jar: another server is configured with the same.
 *
 * @param members each as {@code host:port}, with this node among them
 * @param port where this one listens for the others
 */
record ClusterMembers(List<String> members, int port) {

  /** What the settings say of it; empty when they name no others. */
  static Optional<ClusterMembers> in(Map<String, String> settings) {
    return Optional.ofNullable(settings.get("doublelock.cluster.members"))
        .map(
            list ->
                new ClusterMembers(
                    List.of(list.split(",")),
                    Integer.parseInt(settings.get("doublelock.cluster.port"))));
  }
}
