package org.doublelock.web.help;

import java.util.List;

/**
 * A published client that the build calls the application with.
 *
 * @param how the code of the message that says how it sends a code
 */
public record TriedClient(String name, String version, String how) {

  static final List<TriedClient> ALL =
      List.of(
          new TriedClient("ccxt", "4.5.84", "params"),
          new TriedClient("kraken-api", "1.0.2", "options"),
          new TriedClient("kraken-api-es5", "1.0.0", "options"),
          new TriedClient("node-kraken-api", "2.2.2", "genotp"),
          new TriedClient("node-kraken-rest-api", "1.0.2", "options"),
          new TriedClient("kraken-exchange-api", "1.0.0", "fields"),
          new TriedClient("kraken-exchange", "1.9.4", "cannot"),
          new TriedClient("XChange", "5.2.2", "cannot"),
          new TriedClient("curl, Wget", "", "fields"));

  /** The key of the message. */
  public String message() {
    return "help.clients.tried." + how;
  }
}
