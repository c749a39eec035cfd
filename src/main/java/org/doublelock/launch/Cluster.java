package org.doublelock.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that share browser sessions: a fixed list, since finding each other by multicast would
 * let anyone on the network in.
 *
 * @param members each as {@code host:port}, with this node among them
 * @param address where this node listens for the others
 * @param port likewise
 */
record Cluster(String members, InetAddress address, int port) {

  private static final String MEMBERS = "doublelock.cluster.members";
  private static final String ADDRESS = "doublelock.cluster.address";
  private static final String PORT = "doublelock.cluster.port";
  private static final String JOIN_SECONDS = "hazelcast.max.join.seconds";
  private static final String HAZELCAST = "hazelcast-runtime-configuration.";
  private static final String DESCRIPTOR = "WEB-INF/web.xml";
  private static final String PLACE = "<display-name>";

  static Optional<Cluster> from(Configuration configuration, Words words) throws StartFailure {
    Optional<String> members = configuration.find(MEMBERS);
    if (members.isEmpty()) {
      return Optional.empty();
    }
    String list = members.get().replaceAll("\\s+", "");
    if (!list.matches("[^,:]+:\\d{1,5}(,[^,:]+:\\d{1,5})*")) {
      throw new StartFailure(words.say("launch.bad-setting", MEMBERS, members.get()));
    }
    String address = configuration.find(ADDRESS).orElse("127.0.0.1");
    String port = configuration.find(PORT).orElse("6900");
    if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65535) {
      throw new StartFailure(words.say("launch.bad-setting", PORT, port));
    }
    try {
      return Optional.of(new Cluster(list, InetAddress.getByName(address), Integer.parseInt(port)));
    } catch (UnknownHostException unknown) {
      throw new StartFailure(words.say("launch.bad-setting", ADDRESS, address), unknown);
    }
  }

  /** What the server's data grid is to be told, as settings of its administration. */
  List<String> settings() {
    return List.of(
        HAZELCAST + "discovery-mode=tcpip",
        HAZELCAST + "tcpip-members=" + members,
        HAZELCAST + "interface=" + address.getHostAddress(),
        HAZELCAST + "start-port=" + port,
        HAZELCAST + "cluster-group-name=doublelock");
  }

  /**
   * Has the data grid listen on no other address than this one, and give up joining after a minute:
   * a node whose peer takes connections and never answers then ends, and what supervises it starts
   * it again, where it would hang for five.
   */
  static void restrain() {
    System.setProperty("hazelcast.socket.bind.any", "false");
    System.setProperty("hazelcast.phone.home.enabled", "false");
    if (System.getProperty(JOIN_SECONDS) == null) {
      System.setProperty(JOIN_SECONDS, "60");
    }
  }

  /** Declares in the application's own descriptor that its sessions are shared. */
  static void share(Path application) throws IOException {
    Path descriptor = application.resolve(DESCRIPTOR);
    String text = Files.readString(descriptor);
    if (!text.contains(PLACE)) {
      throw new IOException("there is no " + PLACE + " in " + DESCRIPTOR);
    }
    Files.writeString(descriptor, text.replace(PLACE, "<distributable/>\n  " + PLACE));
  }
}
