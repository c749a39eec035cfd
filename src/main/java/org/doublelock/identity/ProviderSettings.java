package org.doublelock.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doublelock.edge.PublicUrl;
import org.doublelock.identity.ClientCredential.SharedSecret;
import org.doublelock.identity.ClientCredential.SigningKey;
import org.doublelock.identity.ProviderClient.ClaimNames;
import org.doublelock.identity.ProviderClient.ClaimValue;
import org.eclipse.microprofile.config.Config;

/** The identity provider that people may sign in with; none unless an issuer is configured. */
@Named("identityProvider")
@ApplicationScoped
public class ProviderSettings {

  /** Where the provider sends people back to. */
  public static final String CALLBACK = "/sign-in/provider/callback";

  private static final String ISSUER = "doublelock.identity.issuer";
  private static final String CLIENT = "doublelock.identity.client-id";
  private static final String SECRET = "doublelock.identity.client-secret";
  private static final String SECRET_FILE = "doublelock.identity.client-secret-file";
  private static final String KEY_FILE = "doublelock.identity.client-key-file";
  private static final String KEY_ID = "doublelock.identity.client-key-id";
  private static final String NAME = "doublelock.identity.name";
  private static final String SCOPES = "doublelock.identity.scopes";
  private static final String USER_NAME = "doublelock.identity.user-name-claim";
  private static final String OPERATOR = "doublelock.identity.operator-claim";
  private static final String OPERATOR_VALUE = "doublelock.identity.operator-value";
  private static final String REQUIRED = "doublelock.identity.required-claim";
  private static final String REQUIRED_VALUE = "doublelock.identity.required-value";
  private static final String ACR = "doublelock.identity.acr-values";
  private static final String PASSWORDS = "doublelock.identity.local-passwords";
  private static final String TIMEOUT = "doublelock.identity.timeout-millis";

  private static final int LONGEST_ISSUER = 255;
  private static final int LONGEST_NAME = 40;
  private static final int SHORTEST_TIMEOUT = 100;
  private static final int LONGEST_TIMEOUT = 60_000;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private Optional<ProviderClient> client;
  private String name;
  private boolean passwordsForAll;

  protected ProviderSettings() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalArgumentException naming the setting that is wrong, or missing beside an issuer
   */
  @Inject
  public ProviderSettings(Config config, PublicUrl publicUrl) {
    String issuer = text(config, ISSUER, "");
    this.client =
        issuer.isEmpty() ? Optional.empty() : Optional.of(client(config, publicUrl, issuer));
    this.name = text(config, NAME, client.isPresent() ? hostOf(issuer) : "");
    require(name.length() <= LONGEST_NAME, NAME, "has 40 characters at most");
    String passwords = text(config, PASSWORDS, "all");
    require(Set.of("all", "operators").contains(passwords), PASSWORDS, "is all or operators");
    this.passwordsForAll = client.isEmpty() || passwords.equals("all");
  }

  public boolean isOn() {
    return client.isPresent();
  }

  /** What people call the provider. */
  public String getName() {
    return name;
  }

  /** Whether others than operators may sign in with a password of this site. */
  public boolean isPasswordsForAll() {
    return passwordsForAll;
  }

  /**
   * @throws IllegalStateException when no provider is configured
   */
  ProviderClient client() {
    return client.orElseThrow(() -> new IllegalStateException("no identity provider"));
  }

  /** Whether the provider may be asked there: over TLS, or on this machine. */
  static boolean isSafe(URI address) {
    return "https".equals(address.getScheme()) && address.getHost() != null
        || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
  }

  private static ProviderClient client(Config config, PublicUrl publicUrl, String issuer) {
    require(isIssuer(issuer), ISSUER, "is an https address without a query");
    URI home =
        publicUrl
            .link("/sign-in")
            .orElseThrow(
                () -> new IllegalArgumentException(ISSUER + " needs " + PublicUrl.SETTING));
    String id = text(config, CLIENT, "");
    require(!id.isEmpty(), CLIENT, "has to be set with " + ISSUER);
    List<String> scopes = words(text(config, SCOPES, "openid profile email"));
    require(scopes.contains("openid"), SCOPES, "has openid among them");
    return new ProviderClient(
        issuer,
        id,
        credential(config),
        scopes,
        words(text(config, ACR, "")),
        new ClaimNames(
            text(config, USER_NAME, "preferred_username"),
            claim(config, OPERATOR, OPERATOR_VALUE),
            claim(config, REQUIRED, REQUIRED_VALUE)),
        home.resolve(CALLBACK),
        home,
        timeout(text(config, TIMEOUT, "5000")));
  }

  private static Optional<ClaimValue> claim(Config config, String setting, String ofValue) {
    String name = text(config, setting, "");
    String value = text(config, ofValue, "");
    require(name.isEmpty() == value.isEmpty(), ofValue, "goes with " + setting);
    return name.isEmpty() ? Optional.empty() : Optional.of(new ClaimValue(name, value));
  }

  private static boolean isIssuer(String issuer) {
    try {
      URI address = new URI(issuer);
      return issuer.length() <= LONGEST_ISSUER
          && isSafe(address)
          && address.getRawQuery() == null
          && address.getRawFragment() == null;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }

  private static ClientCredential credential(Config config) {
    String secret = text(config, SECRET, "");
    String secretFile = text(config, SECRET_FILE, "");
    String keyFile = text(config, KEY_FILE, "");
    require(
        Stream.of(secret, secretFile, keyFile).filter(given -> !given.isEmpty()).count() == 1,
        SECRET,
        "or -file, or " + KEY_FILE + ", has to be set with " + ISSUER + ", one of them");
    try {
      if (!keyFile.isEmpty()) {
        return new SigningKey(
            PrivateKeyFile.read(KEY_FILE, Path.of(keyFile)), text(config, KEY_ID, ""));
      }
      String text = secretFile.isEmpty() ? secret : Files.readString(Path.of(secretFile)).strip();
      require(!text.isEmpty(), SECRET_FILE, "holds nothing");
      return new SharedSecret(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          (keyFile.isEmpty() ? SECRET_FILE : KEY_FILE) + " cannot be read", unreadable);
    }
  }

  private static Duration timeout(String millis) {
    boolean number = millis.matches("\\d{1,6}");
    int value = number ? Integer.parseInt(millis) : 0;
    require(
        value >= SHORTEST_TIMEOUT && value <= LONGEST_TIMEOUT,
        TIMEOUT,
        "is a number, 100 to 60000");
    return Duration.ofMillis(value);
  }

  private static String hostOf(String issuer) {
    String host = URI.create(issuer).getHost();
    return host.substring(0, Math.min(host.length(), LONGEST_NAME));
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[ ,]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String text(Config config, String setting, String otherwise) {
    return config
        .getOptionalValue(setting, String.class)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElse(otherwise);
  }

  private static void require(boolean holds, String setting, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(setting + " " + rule);
    }
  }
}
