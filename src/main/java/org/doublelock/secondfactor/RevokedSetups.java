package org.doublelock.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.doublelock.account.revocation.AccessRevoked;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;

/**
 * Ends what was begun with the second factors of an account's keys when every way into the account
 * is ended, in that transaction: enrolments, and the removals that wait out their day. Of a key
 * that is deleted, the factor ends too.
 */
@ApplicationScoped
public class RevokedSetups {

  private KeyEpoch epoch;
  private Enrolments enrolments;
  private Removals removals;
  private SecondFactors factors;

  protected RevokedSetups() {
    // for the CDI proxy
  }

  @Inject
  public RevokedSetups(
      KeyEpoch epoch, Enrolments enrolments, Removals removals, SecondFactors factors) {
    this.epoch = epoch;
    this.enrolments = enrolments;
    this.removals = removals;
    this.factors = factors;
  }

  void end(@Observes AccessRevoked event) {
    epoch.holdAll(event.account()); // what is being decided or completed now comes first
    removals.askedFor(event.account()).forEach(removals::stop);
    enrolments.abandonAll(event.account());
  }

  void forget(@Observes SecurityEvent event) {
    if (event.kind() == EventKind.KEY_DELETED) {
      event.apiKey().map(ApiKeyId::new).ifPresent(factors::forget);
    }
  }
}
