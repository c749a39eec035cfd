package org.doublelock.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A real identity provider on this machine, with one realm and one client. The build unpacks it
 * below target/keycloak.
 */
final class Keycloak implements AutoCloseable {

  static final String PASSWORD = "copper kettle 23 morning";

  static final String ADMIN = "admin";
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private final int port;
  private final Process process;
  private final Path log;
  private final HttpClient client =
      HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

  private Keycloak(int port, Process process, Path log) {
    this.port = port;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one.
   *
   * @param realm the realm {@link KeycloakRealm#NAME}, as it is imported
   */
  static Keycloak start(JsonObject realm) {
    try {
      Path home = home();
      Path imported = Files.createDirectories(home.resolve("data/import"));
      Files.writeString(imported.resolve(KeycloakRealm.NAME + "-realm.json"), realm.toString());
      int port = AppProcess.freePort();
      Path log = home.resolve("../keycloak.log").normalize();
      ProcessBuilder builder =
          new ProcessBuilder(
                  "sh",
                  home.resolve("bin/kc.sh").toString(),
                  "start-dev",
                  "--db=dev-mem",
                  "--import-realm",
                  "--http-host=127.0.0.1",
                  "--http-port=" + port,
                  "--hostname=http://127.0.0.1:" + port)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      Map<String, String> environment = builder.environment();
      environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
      environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", Secrets.made(PASSWORD));
      environment.put("JAVA_HOME", System.getProperty("java.home"));
      environment.put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
      environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
      Keycloak started = new Keycloak(port, builder.start(), log);
      Runtime.getRuntime().addShutdownHook(new Thread(started::close, "keycloak-stop"));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path home() throws IOException {
    Path below = Path.of("target", "keycloak").toAbsolutePath();
    try (Stream<Path> folders = Files.list(below)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("bin")))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("nothing is unpacked below " + below));
    }
  }

  String base() {
    return "http://127.0.0.1:" + port;
  }

  String issuer() {
    return base() + "/realms/" + KeycloakRealm.NAME;
  }

  /** Waits until it answers. */
  Keycloak awaitReady() {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (get(issuer() + "/.well-known/openid-configuration").statusCode() == 200) {
          return this;
        }
      } catch (UncheckedIOException notYet) {
        // it does not listen yet
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    }
    throw new IllegalStateException("Keycloak did not start; see " + log);
  }

  /** Somebody of that name who may use the site, whose password is {@link #PASSWORD}. */
  void addPerson(String name, boolean operator) {
    JsonObjectBuilder person =
        Json.createObjectBuilder()
            .add("username", name)
            .add("enabled", true)
            .add("firstName", name)
            .add("lastName", "of the tests")
            .add("email", name + "@example.com")
            .add("emailVerified", true)
            .add(
                "credentials",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("type", "password")
                            .add("value", PASSWORD)
                            .add("temporary", false)));
    expect(201, admin("POST", "users", person.build().toString()));
    changeRole("POST", name, KeycloakRealm.EVERYBODYS_ROLE);
    if (operator) {
      changeRole("POST", name, KeycloakRealm.OPERATOR_ROLE);
    }
  }

  /** Takes a role away from somebody. */
  void takeRole(String name, String role) {
    changeRole("DELETE", name, role);
  }

  private void changeRole(String method, String name, String role) {
    String roles = "[" + admin("GET", "roles/" + role, "").body() + "]";
    expect(204, admin(method, "users/" + id(name) + "/role-mappings/realm", roles));
  }

  /**
   * Ends every session that the person has there, which Keycloak tells its clients. One by one:
   * when it ends all of a person's at once, it tells them of one.
   */
  void signOut(String name) {
    String sessions = admin("GET", "users/" + id(name) + "/sessions", "").body();
    try (JsonReader reader = Json.createReader(new StringReader(sessions))) {
      reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(session -> admin("DELETE", "sessions/" + session.getString("id"), ""))
          .forEach(answer -> expect(204, answer));
    }
  }

  void disable(String name) {
    JsonObject off = Json.createObjectBuilder().add("enabled", false).build();
    expect(204, admin("PUT", "users/" + id(name), off.toString()));
  }

  /** Signs by another key from now on. */
  void rotateKeys() {
    JsonObject key =
        Json.createObjectBuilder()
            .add("name", "rotated")
            .add("providerId", "rsa-generated")
            .add("providerType", "org.keycloak.keys.KeyProvider")
            .add(
                "config",
                Json.createObjectBuilder()
                    .add("priority", Json.createArrayBuilder().add("500"))
                    .add("enabled", Json.createArrayBuilder().add("true"))
                    .add("active", Json.createArrayBuilder().add("true"))
                    .add("algorithm", Json.createArrayBuilder().add("RS256"))
                    .add("keySize", Json.createArrayBuilder().add("2048")))
            .build();
    expect(201, admin("POST", "components", key.toString()));
  }

  /** Takes connections, and answers nothing until it is {@link #wake woken}. */
  void fallSilent() {
    signal("STOP");
  }

  void wake() {
    signal("CONT");
  }

  private void signal(String which) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + which));
    command.add(String.valueOf(process.pid()));
    process.descendants().forEach(each -> command.add(String.valueOf(each.pid())));
    try {
      if (new ProcessBuilder(command).start().waitFor() != 0) {
        throw new IllegalStateException("no process took " + which);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String id(String name) {
    String users = admin("GET", "users?exact=true&username=" + name, "").body();
    try (JsonReader reader = Json.createReader(new StringReader(users))) {
      return reader.readArray().getJsonObject(0).getString("id");
    }
  }

  private HttpResponse<String> admin(String method, String path, String json) {
    return send(
        HttpRequest.newBuilder(
                URI.create(base() + "/admin/realms/" + KeycloakRealm.NAME + "/" + path))
            .header("Authorization", "Bearer " + adminToken())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  private String adminToken() {
    String form =
        "grant_type=password&client_id=admin-cli&username="
            + ADMIN
            + "&password="
            + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
    String answer =
        send(HttpRequest.newBuilder(
                    URI.create(base() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)))
            .body();
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      return reader.readObject().getString("access_token");
    }
  }

  private HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer + " " + answer.body());
    }
  }

  @Override
  public void close() {
    wakeIfThere();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** One that is stopped would not end. */
  private void wakeIfThere() {
    if (process.isAlive()) {
      wake();
    }
  }
}
