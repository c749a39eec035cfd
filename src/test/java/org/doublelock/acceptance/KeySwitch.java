package org.doublelock.acceptance;

/** One of the ways to turn a key's second factor on and off in a browser. */
interface KeySwitch {

  /** Walks through the wizard with "Password". */
  void switchOnWithPassword(TestKey key, String password);

  /** Switches the key's second factor off with its current code or password. */
  void switchOff(TestKey key, String current);

  /** The path of the settings page that shows that key alone, without the first slash. */
  static String settingsOf(TestKey key) {
    return "security/two-factor?q=" + Owner.inQuery(key.description());
  }

  /** What the key's switch is called there. */
  static String nameOf(TestKey key) {
    return "Two-factor authentication for " + key.description();
  }
}
