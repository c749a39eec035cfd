package org.doublelock.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.TextSettings;
import org.doublelock.edge.PublicUrl;

/**
 * A provider that tells the truth unless a test has it lie: with keys, codes, PKCE and the three
 * addresses of the protocol, over HTTP on this machine.
 */
final class ProviderOfTheTest implements AutoCloseable {

  static final String CLIENT = "doublelock";
  static final String SECRET = "a secret of the tests, no more";
  static final String SUBJECT = "f:anna";
  private static final String SIGN_OUT = "http://schemas.openid.net/event/backchannel-logout";
  static final URI SITE = URI.create("https://keys.example.com/");

  /** What a code stands for: the challenge and the nonce that it was asked with. */
  private record Asked(String challenge, String nonce) {}

  private final HttpServer server;
  private final Map<String, Asked> codes = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private volatile boolean silent;
  private volatile boolean dripping;

  volatile RSAKey key = SignedTokens.newKey();
  volatile boolean namesItself = true;
  volatile boolean redirects;
  volatile boolean keysAway;

  /** How many blanks come with each token. */
  volatile int padding;

  /** What a token is made of the claims that it should have. */
  Function<JWTClaimsSet, String> token = this::signed;

  ProviderOfTheTest() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/.well-known/openid-configuration", each -> answer(each, 200, about()));
    server.createContext(
        "/keys", each -> answer(each, keysAway ? 503 : 200, new JWKSet(key).toString()));
    server.createContext("/token", this::redeem);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The application's side of it. */
  IdentityProvider asked(Map<String, String> more) {
    Map<String, String> settings = new ConcurrentHashMap<>(settings());
    settings.putAll(more);
    return new IdentityProvider(
        new ProviderSettings(
            new TextSettings(settings), new PublicUrl(Optional.of(SITE.toString()))));
  }

  /** What the application is to be configured with. */
  Map<String, String> settings() {
    return Map.of(
        "doublelock.identity.issuer",
        issuer(),
        "doublelock.identity.client-id",
        CLIENT,
        "doublelock.identity.client-secret",
        SECRET,
        "doublelock.identity.timeout-millis",
        "2000");
  }

  /** What the person brings back who was sent there. */
  ProviderAnswer answerTo(Departure departure) {
    Map<String, String> query = fields(departure.to().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, new Asked(query.get("code_challenge"), query.get("nonce")));
    return new ProviderAnswer(code, query.get("state"), namesItself ? issuer() : null, null);
  }

  static Map<String, String> fields(String form) {
    return Stream.of(form.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
  }

  /** Its connections are taken, and never answered. */
  void fallSilent() {
    silent = true;
  }

  /** It goes on answering, a byte at a time, to no end. */
  void drip() {
    dripping = true;
  }

  /** How often that was asked for. */
  int asked(String path) {
    return asked.getOrDefault(path, new AtomicInteger()).get();
  }

  JWTClaimsSet claims(String nonce) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(SUBJECT)
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
        .claim("nonce", nonce)
        .claim("auth_time", now.getEpochSecond())
        .claim("acr", "1")
        .claim("sid", "session-1")
        .claim("preferred_username", "anna")
        .claim("email", "anna@example.com")
        .claim("email_verified", true)
        .claim("realm_access", Map.of("roles", List.of("operators", "people")))
        .build();
  }

  /** What a logout token says, but for what a test changes. */
  JWTClaimsSet notice(UnaryOperator<JWTClaimsSet.Builder> lie) {
    Instant now = Instant.now();
    return lie.apply(
            new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(SUBJECT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .jwtID("notice-1")
                .claim("sid", "session-1")
                .claim("events", Map.of(SIGN_OUT, Map.of())))
        .build();
  }

  String signed(JWTClaimsSet claims) {
    return SignedTokens.signedBy(key, claims);
  }

  private String about() {
    JsonObjectBuilder about =
        Json.createObjectBuilder()
            .add("issuer", issuer())
            .add("authorization_endpoint", issuer() + "/authorize")
            .add("token_endpoint", issuer() + "/token")
            .add("jwks_uri", issuer() + "/keys")
            .add("end_session_endpoint", issuer() + "/sign-out")
            .add("authorization_response_iss_parameter_supported", namesItself)
            .add("response_types_supported", Json.createArrayBuilder().add("code"))
            .add("subject_types_supported", Json.createArrayBuilder().add("public"))
            .add(
                "id_token_signing_alg_values_supported",
                Json.createArrayBuilder().add("RS256").add("HS256").add("none"));
    return about.build().toString();
  }

  /** A code once, for the client's secret and the verifier that belongs to its challenge. */
  private void redeem(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String credentials =
        Base64.getEncoder()
            .encodeToString(
                (CLIENT + ":" + SECRET.replace(" ", "+").replace(",", "%2C")).getBytes());
    Asked asked = codes.remove(form.get("code"));
    boolean good =
        ("Basic " + credentials).equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && asked != null
            && asked.challenge().equals(challenge(form.get("code_verifier")));
    if (!good) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    answer(
        exchange,
        200,
        Json.createObjectBuilder()
            .add("access_token", "of no use here")
            .add("token_type", "Bearer")
            .add("id_token", token.apply(claims(asked.nonce())))
            .build()
            .toString()
            .concat(" ".repeat(padding)));
  }

  private void answer(HttpExchange exchange, int status, String json) throws IOException {
    asked
        .computeIfAbsent(exchange.getRequestURI().getPath(), path -> new AtomicInteger())
        .incrementAndGet();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (silent) {
      isOverWithin(Long.MAX_VALUE);
    }
    if (redirects) {
      exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "?elsewhere");
      exchange.sendResponseHeaders(307, -1);
      exchange.close();
      return;
    }
    if (dripping) {
      exchange.sendResponseHeaders(200, 0);
      while (!isOverWithin(50)) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
      }
      return;
    }
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private boolean isOverWithin(long millis) {
    try {
      return over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
  }
}
