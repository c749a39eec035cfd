package org.doublelock.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.SessionID;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a logout token has to be (OpenID Connect Back-Channel Logout 1.0, section 2.6). The library
 * checks signature, issuer, audience, event, that it names somebody and has no nonce; its age is
 * checked here. Whether it came before is for whoever remembers.
 */
final class SignOutRules {

  /** Older ones need not be remembered, since they are refused. */
  static final Duration OLDEST = Duration.ofMinutes(5);

  private static final Duration SKEW = Duration.ofSeconds(IdTokenRules.SKEW_SECONDS);

  private final ProviderClient client;
  private final LogoutTokenValidator validator;

  SignOutRules(ProviderClient client, JWSKeySelector<SecurityContext> signatures) {
    this.client = client;
    this.validator =
        new LogoutTokenValidator(
            new Issuer(client.issuer()), new ClientID(client.id()), signatures, null);
  }

  /**
   * @throws BadJOSEException when it is not to be believed
   * @throws JOSEException when the provider's keys cannot be had
   */
  SignOutNotice verify(JWT token, Instant now) throws BadJOSEException, JOSEException {
    LogoutTokenClaimsSet claims = validator.validate(token);
    Instant issued = claims.getIssueTime().toInstant();
    Instant goodUntil = issued.plus(OLDEST).plus(SKEW);
    if (now.isAfter(goodUntil) || issued.isAfter(now.plus(SKEW))) {
      throw new BadJWTException("it is too old, or of a time to come");
    }
    return new SignOutNotice(
        client.issuer(),
        Optional.ofNullable(claims.getSubject()).map(Subject::getValue),
        Optional.ofNullable(claims.getSessionID()).map(SessionID::getValue),
        claims.getJWTID().getValue(),
        goodUntil);
  }
}
