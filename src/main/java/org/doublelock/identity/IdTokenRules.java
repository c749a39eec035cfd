package org.doublelock.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doublelock.edge.TypedText;
import org.doublelock.identity.ProviderClient.ClaimValue;

/**
 * What an ID token has to be before it is believed (OpenID Connect Core 1.0, section 3.1.3.7). The
 * library checks signature, issuer, audience, times and nonce; the rest is here.
 */
final class IdTokenRules {

  private static final int LONGEST_SUBJECT = 255;

  private final ProviderClient client;
  private final IDTokenValidator validator;

  IdTokenRules(ProviderClient client, JWSKeySelector<SecurityContext> signatures) {
    this.client = client;
    this.validator =
        new IDTokenValidator(
            new Issuer(client.issuer()), new ClientID(client.id()), signatures, null);
    validator.setMaxClockSkew((int) ProviderClient.SKEW.toSeconds());
  }

  /**
   * Who the token says that somebody is.
   *
   * @throws BadJOSEException when it is not to be believed
   * @throws JOSEException when the provider's keys cannot be had
   * @throws NotEntitled when it is, and does not say what is required of people here
   */
  Identity verify(JWT token, Begun begun) throws BadJOSEException, JOSEException, NotEntitled {
    JWTClaimsSet claims = claims(token, begun);
    requireOurs(claims);
    String subject = claims.getSubject();
    if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || !TypedText.isStorable(subject)) {
      throw new BadJWTException("the subject is none");
    }
    if (claims.getIssueTime().toInstant().isBefore(Instant.EPOCH)) {
      throw new BadJWTException("it was issued at no time");
    }
    Map<String, Object> all = claims.getClaims();
    if (client.claims().required().filter(claim -> !holds(all, claim)).isPresent()) {
      throw new NotEntitled();
    }
    return new Identity(
        client.issuer(),
        subject,
        text(all.get("sid")),
        text(all.get(client.claims().userName())),
        text(all.get("email")).filter(mail -> isVerified(all)),
        client.claims().operator().filter(claim -> holds(all, claim)).isPresent(),
        claims.getIssueTime().toInstant(),
        time(all.get("auth_time")).filter(at -> !isAfter(at, claims)),
        isStrong(text(all.get("acr"))),
        token.getParsedString());
  }

  private JWTClaimsSet claims(JWT token, Begun begun) throws BadJOSEException, JOSEException {
    try {
      return validator.validate(token, new Nonce(begun.nonce())).toJWTClaimsSet();
    } catch (ParseException unreadable) {
      throw new BadJWTException(unreadable.getMessage(), unreadable);
    }
  }

  /** One that names others beside us is ours where it was handed out to us (its azp). */
  private void requireOurs(JWTClaimsSet claims) throws BadJWTException {
    Object party = claims.getClaim("azp");
    boolean ours = client.id().equals(party);
    if (party == null ? claims.getAudience().size() > 1 : !ours) {
      throw new BadJWTException("it was handed out to another client");
    }
  }

  private static boolean isVerified(Map<String, Object> claims) {
    return Boolean.TRUE.equals(claims.get("email_verified"));
  }

  private boolean isStrong(Optional<String> acr) {
    return client.acrValues().isEmpty() || acr.filter(client.acrValues()::contains).isPresent();
  }

  private static boolean holds(Map<String, Object> claims, ClaimValue claim) {
    return holds(claims, claim.name(), claim.value());
  }

  /** A claim by its name, or by its path where providers put one in another, with dots between. */
  private static boolean holds(Object within, String path, String value) {
    if (!(within instanceof Map<?, ?> claims)) {
      return false;
    }
    if (claims.containsKey(path)) {
      Object claim = claims.get(path);
      return claim instanceof List<?> list ? list.contains(value) : value.equals(claim);
    }
    return Stream.iterate(path.indexOf('.'), dot -> dot > 0, dot -> path.indexOf('.', dot + 1))
        .anyMatch(dot -> holds(claims.get(path.substring(0, dot)), path.substring(dot + 1), value));
  }

  /** Nobody has proved who they are at a time to come: it may be told in milliseconds. */
  private static boolean isAfter(Instant proved, JWTClaimsSet claims) {
    return proved.isAfter(claims.getIssueTime().toInstant().plus(ProviderClient.SKEW));
  }

  private static Optional<String> text(Object claim) {
    return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Instant> time(Object claim) {
    if (claim instanceof Date date) {
      return Optional.of(date.toInstant());
    }
    try {
      return claim instanceof Number seconds
          ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
          : Optional.empty();
    } catch (DateTimeException beyondAllTime) {
      return Optional.empty();
    }
  }
}
