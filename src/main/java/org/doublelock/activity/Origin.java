package org.doublelock.activity;

import org.doublelock.edge.BrowserName;

/**
 * Where an act came from.
 *
 * @param address the network address; empty when the server did it by itself
 * @param browser what the browser or program calls itself; empty when it says nothing
 */
public record Origin(String address, String browser) {

  public Origin {
    address = OneLine.of(address, 64);
    browser = OneLine.of(browser, 200);
  }

  /** The browser in words that people know it by; empty when it says nothing. */
  public String browserName() {
    return BrowserName.of(browser);
  }

  /** Of what no request asked for. */
  public static Origin none() {
    return new Origin("", "");
  }
}
