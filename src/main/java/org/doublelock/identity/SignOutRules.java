package org.doublelock.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.SessionID;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenClaimsVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a logout token has to be (OpenID Connect Back-Channel Logout 1.0, section 2.6). The library
 * checks signature, issuer, audience, event, that it names somebody and has no nonce; its type and
 * age are checked here. That it came before does no harm: it ends what was said before it.
 */
final class SignOutRules {

  private static final Duration OLDEST = Duration.ofMinutes(5);

  /** Providers that are older than the standard's recommendation write JWT, or nothing. */
  private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
      new DefaultJOSEObjectTypeVerifier<>(
          new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null);

  private final ProviderClient client;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  SignOutRules(ProviderClient client, JWSKeySelector<SecurityContext> signatures) {
    this.client = client;
    LogoutTokenClaimsVerifier claims =
        new LogoutTokenClaimsVerifier(new Issuer(client.issuer()), new ClientID(client.id()));
    processor.setJWSTypeVerifier(TYPES);
    processor.setJWSKeySelector(signatures);
    processor.setJWTClaimsSetVerifier(claims::verify);
  }

  /**
   * @throws BadJOSEException when it is not to be believed
   * @throws JOSEException when the provider's keys cannot be had
   */
  SignOutNotice verify(JWT token, Instant now) throws BadJOSEException, JOSEException {
    LogoutTokenClaimsSet claims = claims(token);
    Instant issued = claims.getIssueTime().toInstant();
    Instant goodUntil = issued.plus(OLDEST).plus(ProviderClient.SKEW);
    if (now.isAfter(goodUntil) || issued.isAfter(now.plus(ProviderClient.SKEW))) {
      throw new BadJWTException("it is too old, or of a time to come");
    }
    return new SignOutNotice(
        client.issuer(),
        Optional.ofNullable(claims.getSubject()).map(Subject::getValue),
        Optional.ofNullable(claims.getSessionID()).map(SessionID::getValue),
        issued);
  }

  private LogoutTokenClaimsSet claims(JWT token) throws BadJOSEException, JOSEException {
    try {
      return new LogoutTokenClaimsSet(processor.process(token, null));
    } catch (ParseException unreadable) {
      throw new BadJWTException(unreadable.getMessage(), unreadable);
    }
  }
}
