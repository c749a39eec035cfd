package org.doublelock.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is said to the provider and what it answers, by the library of the protocol. Apart from
 * {@link IdentityProvider}, so that nothing of it is loaded where no provider is configured.
 */
final class Conversation {

  private static final int SERVER_ERROR = 500;

  private final ProviderClient client;
  private final ProviderWeb web;
  private final Discovery discovery;

  Conversation(ProviderClient client) {
    this.client = client;
    this.web = new ProviderWeb(client.timeout());
    this.discovery = new Discovery(client, web);
  }

  Departure begin(boolean confirming, String language, Instant now) throws ProviderAway {
    web.begin();
    Provider provider = discovery.provider(now);
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(client.scopes().toArray(String[]::new)),
                new ClientID(client.id()),
                client.redirect())
            .endpointURI(provider.metadata().getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .uiLocales(tags(language));
    if (confirming) {
      request.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
      if (!client.acrValues().isEmpty()) {
        request.acrValues(client.acrValues().stream().map(ACR::new).toList());
      }
    }
    return new Departure(
        request.build().toURI(),
        new Begun(state.getValue(), nonce.getValue(), verifier.getValue(), confirming, now));
  }

  /**
   * Redeems the code of an answer, and says who the token is about.
   *
   * @throws NotBelieved when the answer is another provider's, the code is not redeemed, or the
   *     token does not hold
   * @throws NotEntitled when the token holds, and does not say what is required of people here
   */
  Identity redeem(ProviderAnswer answer, Begun begun, Instant now)
      throws ProviderAway, NotBelieved, NotEntitled {
    web.begin();
    Provider provider = discovery.provider(now);
    requireOurs(provider, answer);
    JWT token = idToken(provider, answer.code(), begun);
    try {
      return new IdTokenRules(client, provider.signatures()).verify(token, begun);
    } catch (BadJOSEException wrong) {
      throw new NotBelieved(wrong.getMessage(), wrong);
    } catch (JOSEException keys) {
      throw new ProviderAway("its keys cannot be had: " + keys.getMessage(), keys);
    } catch (RuntimeException odd) {
      throw oddToken(odd);
    }
  }

  /** Against mixing providers up (RFC 9207). */
  private void requireOurs(Provider provider, ProviderAnswer answer) throws NotBelieved {
    boolean ours =
        answer.issuer() == null
            ? !provider.metadata().supportsAuthorizationResponseIssuerParam()
            : answer.issuer().equals(client.issuer());
    if (!ours) {
      throw new NotBelieved("an answer comes from another issuer, or from none", null);
    }
  }

  /** Where to sign out there; empty where the provider has no such address. */
  Optional<URI> signOut(String idToken, Instant now) throws ProviderAway {
    web.begin();
    URI address = discovery.provider(now).metadata().getEndSessionEndpointURI();
    if (address == null || !ProviderSettings.isSafe(address)) {
      return Optional.empty();
    }
    try {
      JWT hint = JWTParser.parse(idToken);
      return Optional.of(new LogoutRequest(address, hint, client.afterSignOut(), null).toURI());
    } catch (java.text.ParseException impossible) {
      throw new IllegalStateException("an ID token was read before", impossible);
    }
  }

  /** Anybody can send one: of what is no signed token, nothing is asked of the provider. */
  SignOutNotice read(String logoutToken, Instant now) throws ProviderAway, NotBelieved {
    JWT token = parsed(logoutToken);
    web.begin();
    Provider provider = discovery.provider(now);
    try {
      return new SignOutRules(client, provider.signatures()).verify(token, now);
    } catch (BadJOSEException wrong) {
      throw new NotBelieved(wrong.getMessage(), wrong);
    } catch (JOSEException keys) {
      throw new ProviderAway("its keys cannot be had: " + keys.getMessage(), keys);
    } catch (RuntimeException odd) {
      throw oddToken(odd);
    }
  }

  private static JWT parsed(String logoutToken) throws NotBelieved {
    try {
      return SignedJWT.parse(logoutToken);
    } catch (java.text.ParseException wrong) {
      throw new NotBelieved(wrong.getMessage(), wrong);
    } catch (RuntimeException odd) {
      throw oddToken(odd);
    }
  }

  /** The library fails at some headers and claims in more ways than it names. */
  private static NotBelieved oddToken(RuntimeException odd) {
    return new NotBelieved("it cannot be read: " + odd, odd);
  }

  private JWT idToken(Provider provider, String code, Begun begun)
      throws ProviderAway, NotBelieved {
    try {
      HTTPResponse answer = web.send(tokenRequest(provider, code, begun));
      if (answer.getStatusCode() >= SERVER_ERROR) {
        throw new ProviderAway("it answers " + answer.getStatusCode(), null);
      }
      TokenResponse response = parsed(answer);
      if (!response.indicatesSuccess()) {
        throw new NotBelieved(
            "the code is not redeemed: " + response.toErrorResponse().getErrorObject().getCode(),
            null);
      }
      JWT token = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
      if (token == null) {
        throw new NotBelieved("there is no ID token", null);
      }
      return token;
    } catch (IOException unreachable) {
      throw new ProviderAway("it does not answer: " + unreachable.getMessage(), unreachable);
    } catch (ParseException unreadable) {
      throw new NotBelieved("what it answers is not understood", unreadable);
    }
  }

  private static TokenResponse parsed(HTTPResponse answer) throws ParseException, NotBelieved {
    try {
      return OIDCTokenResponseParser.parse(answer);
    } catch (RuntimeException odd) {
      throw oddToken(odd);
    }
  }

  private HTTPRequest tokenRequest(Provider provider, String code, Begun begun) {
    return new TokenRequest.Builder(
            provider.metadata().getTokenEndpointURI(),
            ClientProof.of(client),
            new AuthorizationCodeGrant(
                new AuthorizationCode(code), client.redirect(), new CodeVerifier(begun.verifier())))
        .build()
        .toHTTPRequest();
  }

  private static List<LangTag> tags(String language) {
    try {
      return List.of(LangTag.parse(language));
    } catch (LangTagException none) {
      throw new IllegalArgumentException(none);
    }
  }
}
