package org.doublelock.account.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;

/**
 * The passkeys that accounts have (WebAuthn Level 3, sections 7.1 and 7.2). They stand beside the
 * password, so the authenticator need not verify its user, but somebody has to touch it.
 */
@Stateless
public class Passkeys extends KeptFactors<PasskeyRow> {

  private static final Logger LOG = Logger.getLogger(Passkeys.class.getName());

  /** What new passkeys may sign with, the preferred first: ES256, EdDSA, RS256. */
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          algorithm(COSEAlgorithmIdentifier.ES256),
          algorithm(COSEAlgorithmIdentifier.EdDSA),
          algorithm(COSEAlgorithmIdentifier.RS256));

  private static final WebAuthnManager WEBAUTHN = WebAuthnManager.createNonStrictWebAuthnManager();

  @Inject private PasskeyChallenge challenge;

  public Passkeys() {
    super(PasskeyRow.class);
  }

  /** Without a container. */
  public Passkeys(EntityManager entities, PasskeyChallenge challenge) {
    this();
    this.entities = entities;
    this.challenge = challenge;
  }

  /** The ids by which authenticators know the account's passkeys, in Base64url. */
  public List<String> credentialIds(AccountId account) {
    return rows(account).stream().map(PasskeyRow::credentialId).toList();
  }

  /** What new passkeys may sign with, the preferred first, by the numbers of COSE (RFC 9053). */
  public static List<Long> algorithms() {
    return ALGORITHMS.stream().map(allowed -> allowed.getAlg().getValue()).toList();
  }

  /** Takes what the browser made for the challenge of this session. */
  public FactorOutcome add(
      AccountId account, BearerToken session, FactorName name, String json, Instant now) {
    Optional<RegistrationData> answer = read(() -> WEBAUTHN.parseRegistrationResponseJSON(json));
    Optional<byte[]> answered = answer.flatMap(made -> challengeOf(made.getCollectedClientData()));
    if (answered.isEmpty()) {
      return FactorOutcome.WRONG;
    }
    Optional<PasskeyChallenge.Issued> issued = challenge.takeForNew(answered.get(), session, now);
    if (issued.isEmpty()) {
      return FactorOutcome.NOTHING_TO_CONFIRM;
    }
    Optional<PasskeyRow> made =
        read(() ->
                WEBAUTHN.verify(
                    answer.get(),
                    new RegistrationParameters(server(issued.get()), ALGORITHMS, false, true)))
            .map(verified -> new PasskeyRow(account, name, verified, now))
            .filter(PasskeyRow::fits)
            .filter(row -> !isKnown(row.credentialId()));
    made.ifPresent(entities::persist);
    return made.isPresent() ? FactorOutcome.CONFIRMED : FactorOutcome.WRONG;
  }

  /** True when what was typed was not typed, but is a passkey's answer. */
  static boolean isAnswer(String typed) {
    return typed.startsWith("{");
  }

  /** Checks what an authenticator signed for the challenge of this session. */
  public FactorOutcome verify(AccountId account, String json, Instant now) {
    Optional<AuthenticationData> answer =
        read(() -> WEBAUTHN.parseAuthenticationResponseJSON(json));
    Optional<byte[]> answered = answer.flatMap(made -> challengeOf(made.getCollectedClientData()));
    if (answered.isEmpty()) {
      return FactorOutcome.WRONG;
    }
    Optional<PasskeyChallenge.Issued> issued = challenge.take(answered.get(), now);
    if (issued.isEmpty()) {
      return FactorOutcome.USED;
    }
    Optional<PasskeyRow> row =
        answer.map(AuthenticationData::getCredentialId).flatMap(id -> row(account, id));
    if (row.isEmpty()) {
      return FactorOutcome.WRONG;
    }
    AuthenticationParameters asked =
        new AuthenticationParameters(
            server(issued.get()),
            row.get().record(),
            List.of(answer.get().getCredentialId()),
            false,
            true);
    Optional<AuthenticationData> verified = read(() -> WEBAUTHN.verify(answer.get(), asked));
    verified.ifPresent(right -> row.get().used(right.getAuthenticatorData(), now));
    return verified.isPresent() ? FactorOutcome.CONFIRMED : FactorOutcome.WRONG;
  }

  /**
   * What the library makes of untrusted input; empty when it refuses it. What is no answer at all
   * fails inside it in more ways than it names.
   */
  private static <T> Optional<T> read(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (RuntimeException refused) {
      LOG.log(Level.FINE, "a passkey's answer was refused", refused);
      return Optional.empty();
    }
  }

  /** Which challenge it says it answers. */
  private static Optional<byte[]> challengeOf(CollectedClientData data) {
    return Optional.ofNullable(data)
        .map(CollectedClientData::getChallenge)
        .map(Challenge::getValue);
  }

  private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier identifier) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, identifier);
  }

  private static ServerProperty server(PasskeyChallenge.Issued issued) {
    return ServerProperty.builder()
        .origin(new Origin(issued.party().origin()))
        .rpId(issued.party().id())
        .challenge(new DefaultChallenge(issued.bytes()))
        .build();
  }

  /** Whether any account has it: an authenticator makes each of its ids once. */
  private boolean isKnown(String credentialId) {
    return !entities
        .createQuery("select p from PasskeyRow p where p.credentialId = :id", PasskeyRow.class)
        .setParameter("id", credentialId)
        .getResultList()
        .isEmpty();
  }

  private Optional<PasskeyRow> row(AccountId account, byte[] credentialId) {
    String id = PasskeyRow.text(credentialId);
    return rows(account).stream().filter(row -> row.credentialId().equals(id)).findFirst();
  }
}
