package org.doublelock.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Reads what the provider says of itself (OpenID Connect Discovery 1.0), when it is first needed
 * and again after a while. Where it does not answer, it is asked again only once in some seconds:
 * else everybody who signs in would wait for it. Its keys, and how often they are asked for, are
 * kept for as long as they stand at the same address.
 */
final class Discovery {

  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  /** While it does not answer: its addresses seldom change. */
  private static final Duration STILL_GOOD_FOR = Duration.ofHours(1);

  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration KEYS_GOOD_FOR = Duration.ofMinutes(5);

  /** An unknown key may be asked for that often, twice in a row: rotated keys are found at once. */
  private static final Duration KEYS_ASKED_EVERY = Duration.ofSeconds(30);

  private final ProviderClient client;
  private final ProviderWeb web;
  private Provider last;
  private URI keysAddress;
  private JWKSource<SecurityContext> keys;
  private ProviderAway failure;
  private long failedAt;

  Discovery(ProviderClient client, ProviderWeb web) {
    this.client = client;
    this.web = web;
  }

  /**
   * As it described itself some minutes ago, or within an hour where it does not answer now. Of
   * those who wait one asks for all.
   */
  synchronized Provider provider(Instant now) throws ProviderAway {
    if (isYoungerThan(GOOD_FOR, now)) {
      return last;
    }
    if (failure == null || System.nanoTime() - failedAt >= REST_AFTER_FAILURE.toNanos()) {
      ask(now);
    }
    if (failure != null && !isYoungerThan(STILL_GOOD_FOR, now)) {
      throw failure;
    }
    return last;
  }

  private boolean isYoungerThan(Duration age, Instant now) {
    return last != null && now.isBefore(last.readAt().plus(age));
  }

  private void ask(Instant now) {
    try {
      last = read(now);
      failure = null;
    } catch (IOException | ParseException | IllegalArgumentException e) {
      failure = new ProviderAway("it does not say who it is: " + e.getMessage(), e);
      failedAt = System.nanoTime();
    }
  }

  private Provider read(Instant now) throws IOException, ParseException {
    URI page =
        URI.create(client.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration");
    OIDCProviderMetadata metadata =
        OIDCProviderMetadata.parse(web.retrieveResource(page.toURL()).getContent());
    if (!client.issuer().equals(metadata.getIssuer().getValue())) {
      throw new ParseException("it calls itself " + metadata.getIssuer());
    }
    boolean safe =
        Stream.of(
                metadata.getAuthorizationEndpointURI(),
                metadata.getTokenEndpointURI(),
                metadata.getJWKSetURI())
            .allMatch(address -> address != null && ProviderSettings.isSafe(address));
    if (!safe) {
      throw new ParseException("an address is missing, or is none over TLS");
    }
    return new Provider(metadata, keysAt(metadata.getJWKSetURI()), now);
  }

  private JWKSource<SecurityContext> keysAt(URI address) throws MalformedURLException {
    if (!address.equals(keysAddress)) {
      keys =
          JWKSourceBuilder.create(address.toURL(), web)
              .cache(KEYS_GOOD_FOR.toMillis(), client.timeout().toMillis())
              .refreshAheadCache(false)
              .rateLimited(KEYS_ASKED_EVERY.toMillis())
              .build();
      keysAddress = address;
    }
    return keys;
  }
}
