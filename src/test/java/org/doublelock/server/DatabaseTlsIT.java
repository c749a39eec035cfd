package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL over TLS: whom the application takes for its database. */
class DatabaseTlsIT {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private static Path folder;
  private static EmbeddedPostgres withTls;
  private static EmbeddedPostgres without;

  @BeforeAll
  static void start() throws Exception {
    makeCertificate("server");
    makeCertificate("stranger");
    withTls =
        EmbeddedPostgres.builder()
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", file("server.crt"))
            .setServerConfig("ssl_key_file", file("server.key"))
            .start();
    without = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    for (EmbeddedPostgres server : new EmbeddedPostgres[] {withTls, without}) {
      if (server != null) {
        server.close();
      }
    }
  }

  @Test
  void the_server_that_the_named_authority_vouches_for_is_spoken_to_in_secret() throws Exception {
    assertTrue(isEncrypted(withTls, "localhost", tls("verify-full", "server.crt")));
  }

  @Test
  void another_authority_is_refused() {
    assertRefused(withTls, "localhost", tls("verify-full", "stranger.crt"));
    assertRefused(withTls, "localhost", tls("verify-ca", "stranger.crt"));
  }

  @Test
  void the_name_counts_where_it_is_to_be_verified() throws Exception {
    assertRefused(withTls, "127.0.0.1", tls("verify-full", "server.crt"));
    assertTrue(isEncrypted(withTls, "127.0.0.1", tls("verify-ca", "server.crt")));
  }

  @Test
  void a_server_without_it_is_refused_where_it_is_required() throws Exception {
    assertRefused(without, "localhost", Map.of("sslmode", "require"));
    assertEquals(false, isEncrypted(without, "localhost", Map.of("sslmode", "prefer")));
  }

  private static Map<String, String> tls(String mode, String authority) {
    return Map.of("sslmode", mode, "sslrootcert", file(authority));
  }

  private static void assertRefused(EmbeddedPostgres server, String host, Map<String, String> tls) {
    assertThrows(SQLException.class, () -> isEncrypted(server, host, tls));
  }

  private static boolean isEncrypted(EmbeddedPostgres server, String host, Map<String, String> tls)
      throws SQLException {
    String url = "jdbc:postgresql://" + host + ":" + server.getPort() + "/postgres";
    try (Connection connection =
            new PostgresqlSettings(3, 15, 10, 5, ConnectionPooler.NONE, tls)
                .open(url, "postgres", "")
                .getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** One that vouches for itself, for the name localhost alone. */
  private static void makeCertificate(String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertEquals(0, keytool.waitFor(), said);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    write(name + ".crt", "CERTIFICATE", keys.getCertificate(name).getEncoded());
    write(name + ".key", "PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded());
    Files.setPosixFilePermissions(
        folder.resolve(name + ".key"), PosixFilePermissions.fromString("rw-------"));
  }

  private static void write(String file, String what, byte[] content) throws IOException {
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN "
            + what
            + "-----\n"
            + Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(content)
            + "\n-----END "
            + what
            + "-----\n");
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }
}
