package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A real pgbouncer on a free loopback port, in front of a PostgreSQL of the test's. */
final class PgBouncer implements AutoCloseable {

  private static final String DATABASES =
      """
      [databases]
      postgres = user=postgres host=127.0.0.1 port=%d
      """;

  private final ListeningProgram program;
  private final Path configuration;

  private PgBouncer(ListeningProgram program, Path configuration) {
    this.program = program;
    this.configuration = configuration;
  }

  /**
   * Starts one, where the build found one; leaves the test out otherwise.
   *
   * @param mode {@code session} or {@code transaction}
   * @param more further lines of its configuration
   */
  static PgBouncer before(int postgresql, String mode, String... more) {
    try {
      String program = ListeningProgram.path("pgbouncer");
      int port = AppProcess.freePort();
      Path folder =
          Files.createTempDirectory(
              "pgbouncer-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      Path configuration =
          Files.writeString(
              folder.resolve("pgbouncer.ini"),
              DATABASES.formatted(postgresql)
                  + """
              [pgbouncer]
              listen_addr = 127.0.0.1
              listen_port = %d
              unix_socket_dir =
              auth_type = any
              pool_mode = %s
              max_client_conn = 200
              %s
              """
                      .formatted(port, mode, String.join("\n", more)));
      List<String> command = new ArrayList<>(List.of(program));
      if (System.getProperty("user.name").equals("root")) {
        command.addAll(List.of("-u", "nobody")); // it refuses to run as root
      }
      command.add(configuration.toString());
      return new PgBouncer(ListeningProgram.start(command, port, folder), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leads to another PostgreSQL from now on, under the connections that are open to this. */
  void lead(int postgresql) throws IOException, InterruptedException {
    String written = Files.readString(configuration);
    String others = written.substring(written.indexOf("[pgbouncer]"));
    Files.writeString(configuration, DATABASES.formatted(postgresql) + others);
    program.reload();
  }

  /** The URL of the database {@code postgres} through it. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + program.port() + "/postgres";
  }

  @Override
  public void close() {
    program.close();
  }
}
