package org.doublelock.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
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
 * else everybody who signs in would wait for it.
 */
final class Discovery {

  private static final Duration GOOD_FOR = Duration.ofMinutes(15);

  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration KEYS_GOOD_FOR = Duration.ofMinutes(5);

  /** An unknown key may be asked for that often, twice in a row: rotated keys are found at once. */
  private static final Duration KEYS_ASKED_EVERY = Duration.ofSeconds(30);

  private static final int MOST_BYTES = 512 * 1024;

  private final ProviderClient client;
  private final DefaultResourceRetriever web;
  private Provider last;
  private ProviderAway failure;
  private long askedAt;

  Discovery(ProviderClient client) {
    this.client = client;
    this.web =
        new DefaultResourceRetriever(client.timeoutMillis(), client.timeoutMillis(), MOST_BYTES);
  }

  /** As it described itself in the last quarter of an hour. */
  synchronized Provider provider(Instant now) throws ProviderAway {
    boolean known = last != null && now.isBefore(last.readAt().plus(GOOD_FOR));
    return known ? last : ask(System.nanoTime(), now);
  }

  /** The same, and it is there: nobody is sent to a provider that does not answer. */
  Provider thatIsThere(Instant now) throws ProviderAway {
    long wanted = System.nanoTime();
    synchronized (this) {
      return ask(wanted, now);
    }
  }

  /**
   * @param wanted since when; of those who wait meanwhile one asks for all, and while it was just
   *     found away nobody does
   */
  private Provider ask(long wanted, Instant now) throws ProviderAway {
    if (failure != null && System.nanoTime() - askedAt < REST_AFTER_FAILURE.toNanos()) {
      throw failure;
    }
    if (failure == null && last != null && askedAt - wanted >= 0) {
      return last;
    }
    askedAt = System.nanoTime();
    try {
      last = read(now);
      failure = null;
      return last;
    } catch (IOException | ParseException | IllegalArgumentException e) {
      failure = new ProviderAway("it does not say who it is: " + e.getMessage(), e);
      askedAt = System.nanoTime();
      throw failure;
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
    return new Provider(metadata, keys(metadata.getJWKSetURI()), now);
  }

  private JWKSource<SecurityContext> keys(URI address) throws MalformedURLException {
    return JWKSourceBuilder.create(address.toURL(), web)
        .cache(KEYS_GOOD_FOR.toMillis(), 3L * client.timeoutMillis())
        .refreshAheadCache(false)
        .rateLimited(KEYS_ASKED_EVERY.toMillis())
        .build();
  }
}
