package org.doublelock.secondfactor;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.doublelock.account.session.SessionStamp;
import org.doublelock.apikey.ApiKeyId;

/** A key's second factor as it is stored. */
@Entity
@Table(name = "second_factor")
class SecondFactorRow {

  @Id private UUID apiKeyId;
  private String method;
  private String sealedSecret;
  private String passwordHash;
  private boolean strictCodes;
  private Instant since;
  private String setUpBy;

  /** Nobody reads it, but the column takes no null; the call state says which steps are used. */
  private long lastConfirmedStep;

  /** Unused, as the next; the columns take no null. The call state counts guesses. */
  @Column(name = "failures")
  private int unusedFailures;

  @Column(name = "locked_until")
  private long unusedLockedUntil;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "second_factor_action", joinColumns = @JoinColumn(name = "api_key_id"))
  @Column(name = "action")
  private Set<String> actions = new HashSet<>();

  /** One name a line; null where a release before stored the factor. */
  private String offeredActions;

  @Version private long version;

  protected SecondFactorRow() {
    // for JPA
  }

  SecondFactorRow(ApiKeyId key) {
    this.apiKeyId = key.value();
  }

  /** Takes over what the enrolment has confirmed; what was there before is gone. */
  void take(EnrolmentRow confirmed, ChosenActions chosen, boolean strict, Instant now) {
    this.method = confirmed.method().code();
    this.sealedSecret = confirmed.sealedSecret();
    this.passwordHash = confirmed.passwordHash();
    this.lastConfirmedStep = confirmed.confirmedStep();
    this.strictCodes = strict && confirmed.method() == SecondFactorMethod.TOTP;
    this.since = now;
    this.setUpBy = confirmed.begun().session();
    this.actions.retainAll(chosen.ticked());
    this.actions.addAll(chosen.ticked());
    this.offeredActions = chosen.offeredInLines();
  }

  void confirmedWith(long step) {
    this.lastConfirmedStep = step;
  }

  ApiKeyId key() {
    return new ApiKeyId(apiKeyId);
  }

  SecondFactorMethod method() {
    return SecondFactorMethod.fromCode(method).orElseThrow();
  }

  String sealedSecret() {
    return sealedSecret;
  }

  String passwordHash() {
    return passwordHash;
  }

  boolean strictCodes() {
    return strictCodes;
  }

  /** By whom and when it was set up. */
  SessionStamp setUp() {
    return new SessionStamp(setUpBy, since);
  }

  Instant since() {
    return since;
  }

  ChosenActions actions() {
    return ChosenActions.of(actions, offeredActions);
  }
}
