package org.doublelock.account.factor;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.data.extension.client.AuthenticationExtensionsClientOutputs;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.doublelock.account.AccountId;

/** A passkey of an account, as it is stored. */
@Entity
@Table(name = "passkey")
class PasskeyRow extends RegisteredFactor {

  private String credentialId;
  private String attested;
  private long signCount;
  private boolean verifiedUser;
  private boolean backupEligible;
  private boolean backedUp;

  protected PasskeyRow() {
    // for JPA
  }

  PasskeyRow(AccountId account, FactorName name, RegistrationData verified, Instant now) {
    super(UUID.randomUUID(), account.value(), name.text(), now);
    var data = verified.getAttestationObject().getAuthenticatorData();
    this.credentialId = text(data.getAttestedCredentialData().getCredentialId());
    this.attested = text(converter().convert(data.getAttestedCredentialData()));
    this.backupEligible = data.isFlagBE();
    note(data);
  }

  void used(AuthenticatorData<?> data, Instant now) {
    note(data);
    usedAt(now);
  }

  private void note(AuthenticatorData<?> data) {
    this.signCount = data.getSignCount();
    this.verifiedUser = verifiedUser || data.isFlagUV();
    this.backedUp = data.isFlagBS();
  }

  /** In the form that the library compares with. */
  CredentialRecord record() {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        verifiedUser,
        backupEligible,
        backedUp,
        signCount,
        converter().convert(Base64.getUrlDecoder().decode(attested)),
        new AuthenticationExtensionsAuthenticatorOutputs<>(),
        null,
        new AuthenticationExtensionsClientOutputs<>(),
        Set.of());
  }

  String credentialId() {
    return credentialId;
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether it is no longer than honest authenticators make it. */
  boolean fits() {
    return credentialId.length() <= 1400 && attested.length() <= 4000;
  }

  private static AttestedCredentialDataConverter converter() {
    return new AttestedCredentialDataConverter(new ObjectConverter());
  }
}
