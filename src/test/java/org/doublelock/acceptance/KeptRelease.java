package org.doublelock.acceptance;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * An installation that a released version made and that is kept with the tests: its data on the
 * embedded database and on PostgreSQL, its keyset, and what its owner and programs knew.
 *
 * @param locked a key with 2FA by an app
 * @param app what was scanned for it
 * @param guarded a key with 2FA by {@link #KEY_PASSWORD}
 * @param plain a key without 2FA
 * @param nonce one that was accepted for each of the three
 */
record KeptRelease(
    TestKey locked, Authenticator app, TestKey guarded, TestKey plain, String nonce) {

  static final String KEY_PASSWORD = "seven quiet otters rowing";

  private static final Path FOLDER = Path.of("src", "test", "releases");

  /** Where the data of that version stand, by the database's name. */
  static Path folder(String version, String database) {
    return FOLDER.resolve(version).resolve(database);
  }

  static KeptRelease read(Path folder) {
    Properties facts = new Properties();
    try (Reader reader = Files.newBufferedReader(facts(folder), StandardCharsets.ISO_8859_1)) {
      facts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KeptRelease(
        key(facts, "locked"),
        new Authenticator(facts.getProperty("app")),
        key(facts, "guarded"),
        key(facts, "plain"),
        facts.getProperty("nonce"));
  }

  void write(Path folder) throws IOException {
    Properties facts = new Properties();
    put(facts, "locked", locked);
    put(facts, "guarded", guarded);
    put(facts, "plain", plain);
    facts.setProperty("app", app.setupKey());
    facts.setProperty("nonce", nonce);
    try (Writer writer = Files.newBufferedWriter(facts(folder), StandardCharsets.ISO_8859_1)) {
      facts.store(writer, null);
    }
  }

  private static Path facts(Path folder) {
    return folder.resolve("facts.properties");
  }

  private static TestKey key(Properties facts, String name) {
    return new TestKey(
        facts.getProperty(name + ".description"),
        facts.getProperty(name + ".public-key"),
        facts.getProperty(name + ".secret"));
  }

  private static void put(Properties facts, String name, TestKey key) {
    facts.setProperty(name + ".description", key.description());
    facts.setProperty(name + ".public-key", key.publicKey());
    facts.setProperty(name + ".secret", key.secret());
  }
}
