package org.doublelock.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the launcher itself needs to know.
 *
 * @param address where to listen; this machine only, unless configured otherwise
 * @param port the HTTP port, 1 to 65535
 * @param dataDirectory absolute
 * @param demoPassword the demo account's password; empty with a configured database, which has none
 * @param demoOffers settings that let the demo show its mails and open accounts; none elsewhere
 * @param publicUrl what links name; where this listens, if only this machine can reach that
 * @param logsText whether the log is written for people, rather than as lines of JSON
 * @param cluster the nodes it shares browser sessions with; empty for one node alone
 * @param startTimeout how long the start may take
 * @param stopNotice how long it says that it is not ready before it lets nobody in, when told to
 *     end
 */
record Settings(
    InetAddress address,
    int port,
    Path dataDirectory,
    Optional<String> demoPassword,
    Map<String, String> demoOffers,
    Optional<String> publicUrl,
    boolean logsText,
    Optional<Cluster> cluster,
    Duration startTimeout,
    Duration stopNotice) {

  static final String DATA_DIRECTORY = "doublelock.data.dir";
  static final String DEMO_PASSWORD = "doublelock.demo.password";
  static final String PUBLIC_URL = "doublelock.public-url";
  private static final Pattern ABBREVIATED = Pattern.compile("\\d+(\\.\\d+){0,2}");

  private static final String LOG_FORMAT = "doublelock.log.format";
  private static final String ADDRESS = "doublelock.http.address";
  private static final String LOCALHOST = "127.0.0.1";
  private static final String PORT = "doublelock.http.port";
  private static final String START_TIMEOUT = "doublelock.start.timeout-seconds";
  private static final String STOP_NOTICE = "doublelock.stop.notice-seconds";
  private static final String DATABASE = "doublelock.db.url";

  private static final String MAIL_SERVER = "doublelock.mail.smtp.host";

  /** The demo account reads the mails of the demo. */
  private static final Map<String, String> DEMO_OFFERS =
      Map.of("doublelock.mail.page", "demo", "doublelock.registration", "open");

  static Settings from(Configuration configuration, Words words) throws StartFailure {
    InetAddress address = address(configuration.find(ADDRESS).orElse(LOCALHOST), words);
    int port = number(PORT, configuration.find(PORT).orElse("8080"), 1, 65535, words);
    return new Settings(
        address,
        port,
        dataDirectory(configuration, words),
        configuration.find(DATABASE).isPresent()
            ? Optional.empty()
            : configuration.find(DEMO_PASSWORD).or(() -> Optional.of(ReadablePassword.random())),
        demoOffers(configuration, address),
        configuration
            .find(PUBLIC_URL)
            .or(
                () ->
                    Optional.of(opened(address, port)).filter(own -> address.isLoopbackAddress())),
        logsText(configuration.find(LOG_FORMAT).orElse("json"), words),
        Cluster.from(configuration, words),
        seconds(START_TIMEOUT, configuration.find(START_TIMEOUT).orElse("300"), 1, words),
        seconds(STOP_NOTICE, configuration.find(STOP_NOTICE).orElse("2"), 0, words));
  }

  /** Only for this machine, and only what is not set otherwise. */
  private static Map<String, String> demoOffers(Configuration configuration, InetAddress address) {
    boolean demo =
        configuration.find(DATABASE).isEmpty()
            && configuration.find(MAIL_SERVER).isEmpty()
            && address.isLoopbackAddress();
    return demo
            && DEMO_OFFERS.keySet().stream().allMatch(each -> configuration.find(each).isEmpty())
        ? DEMO_OFFERS
        : Map.of();
  }

  private static InetAddress address(String text, Words words) throws StartFailure {
    try {
      if (ABBREVIATED.matcher(text).matches()) { // "0" would be every address of the machine
        throw new UnknownHostException(text);
      }
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new StartFailure(words.say("launch.bad-setting", ADDRESS, text), e);
    }
  }

  private static boolean logsText(String format, Words words) throws StartFailure {
    if (!format.equals("json") && !format.equals("text")) {
      throw new StartFailure(words.say("launch.bad-setting", LOG_FORMAT, format));
    }
    return format.equals("text");
  }

  /** An hour at most. */
  private static Duration seconds(String name, String text, int least, Words words)
      throws StartFailure {
    return Duration.ofSeconds(number(name, text, least, 3600, words));
  }

  private static int number(String name, String text, int least, int most, Words words)
      throws StartFailure {
    if (text.matches("\\d{1,5}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new StartFailure(words.say("launch.bad-setting", name, text));
  }

  private static Path dataDirectory(Configuration configuration, Words words) throws StartFailure {
    String text = configuration.find(DATA_DIRECTORY).orElse("");
    try {
      Path configured =
          text.isEmpty() ? Path.of(System.getProperty("user.home"), ".doublelock") : Path.of(text);
      return configured.toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new StartFailure(words.say("launch.bad-setting", DATA_DIRECTORY, text), e);
    }
  }

  /** The log that is being written; older ones stand beside it with higher numbers. */
  Path log() {
    return dataDirectory.resolve("logs").resolve("server.0.log");
  }

  /** Where this machine finds the application. */
  String url() {
    return url(address, port);
  }

  /** The same for a person's browser. */
  String opened() {
    return opened(address, port);
  }

  /** By its name where it has one: browsers make no passkeys at an address of numbers. */
  private static String opened(InetAddress address, int port) {
    boolean named = address.isAnyLocalAddress() || LOCALHOST.equals(address.getHostAddress());
    return named ? "http://localhost:" + port + "/" : url(address, port);
  }

  /** Where this machine finds what listens there, ending in a slash. */
  static String url(InetAddress address, int port) {
    InetAddress reachable =
        address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    String host = reachable.getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
  }

  @Override
  public String toString() {
    return "Settings[url=" + url() + ", dataDirectory=" + dataDirectory + "]";
  }
}
