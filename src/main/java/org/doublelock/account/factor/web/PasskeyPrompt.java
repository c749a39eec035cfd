package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.factor.PasskeyChallenge;
import org.doublelock.account.factor.Passkeys;
import org.doublelock.account.factor.RelyingParty;
import org.doublelock.account.session.SignedIn;
import org.doublelock.account.signin.PendingSignIn;
import org.doublelock.edge.PublicUrl;

/**
 * What a page hands the browser to make or ask a passkey with, as JSON (WebAuthn Level 3, sections
 * 5.1.9 and 5.1.10). Drawing it issues the challenge.
 */
@Named("passkeyPrompt")
@RequestScoped
public class PasskeyPrompt {

  private static final String NAME = "Doublelock";
  private static final String LOCALHOST = "localhost";

  @Inject private PublicUrl publicUrl;
  @Inject private HttpServletRequest request;
  @Inject private PasskeyChallenge challenge;
  @Inject private Passkeys passkeys;
  @Inject private SignedIn person;
  @Inject private PendingSignIn pending;
  @Inject private Clock clock;

  private String asked;

  /** Whether passkeys can be made here: under a configured name, or at localhost. */
  public boolean isPossible() {
    return party().isPresent();
  }

  /** Where the site's passkeys work, for who is at another address of it. */
  public String getAddress() {
    return party().map(RelyingParty::origin).orElse("");
  }

  /** Whether the person has one to be asked for. */
  public boolean isOffered() {
    return isPossible() && holder().filter(account -> !passkeys.of(account).isEmpty()).isPresent();
  }

  /** The options of {@code navigator.credentials.create}. */
  public String getCreation() {
    RelyingParty party = party().orElseThrow();
    JsonArrayBuilder algorithms = Json.createArrayBuilder();
    for (long algorithm : Passkeys.algorithms()) {
      algorithms.add(Json.createObjectBuilder().add("type", "public-key").add("alg", algorithm));
    }
    String handle =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(person.account().toString().getBytes(StandardCharsets.UTF_8));
    return Json.createObjectBuilder()
        .add("rp", Json.createObjectBuilder().add("id", party.id()).add("name", NAME))
        .add(
            "user",
            Json.createObjectBuilder()
                .add("id", handle)
                .add("name", person.getName())
                .add("displayName", person.getName()))
        .add(
            "challenge",
            challenge.issueForNew(person.session(), party, clock.instant()).base64url())
        .add("pubKeyCredParams", algorithms)
        .add("excludeCredentials", known(person.account()))
        .add(
            "authenticatorSelection",
            Json.createObjectBuilder()
                .add("residentKey", "preferred")
                .add("userVerification", "preferred"))
        .add("attestation", "none")
        .build()
        .toString();
  }

  /** The options of {@code navigator.credentials.get}, the same for all forms of one page. */
  public String getRequest() {
    if (asked == null) {
      asked = ask();
    }
    return asked;
  }

  private String ask() {
    RelyingParty party = party().orElseThrow();
    JsonObjectBuilder options =
        Json.createObjectBuilder()
            .add("rpId", party.id())
            .add("challenge", challenge.issue(party, clock.instant()).base64url())
            .add("allowCredentials", known(holder().orElseThrow()))
            .add("userVerification", "preferred");
    return options.build().toString();
  }

  private JsonArrayBuilder known(AccountId account) {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    passkeys
        .credentialIds(account)
        .forEach(id -> ids.add(Json.createObjectBuilder().add("type", "public-key").add("id", id)));
    return ids;
  }

  private Optional<AccountId> holder() {
    return person.find().or(() -> pending.account(clock.instant()));
  }

  private Optional<RelyingParty> party() {
    return publicUrl
        .base()
        .flatMap(RelyingParty::at)
        .filter(party -> !LOCALHOST.equals(party.id()) || isLocal())
        .or(() -> local().flatMap(RelyingParty::at));
  }

  /** Where no name is configured, only where browser and server are on one machine. */
  private Optional<URI> local() {
    return isLocal()
        ? Optional.of(URI.create("http://" + LOCALHOST + ":" + request.getServerPort()))
        : Optional.empty();
  }

  private boolean isLocal() {
    return LOCALHOST.equals(request.getServerName());
  }
}
