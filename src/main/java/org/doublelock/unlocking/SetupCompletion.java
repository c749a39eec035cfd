package org.doublelock.unlocking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.doublelock.account.BearerToken;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.secondfactor.ChosenActions;
import org.doublelock.secondfactor.Enrolment;
import org.doublelock.secondfactor.Enrolments;

/**
 * The last step of setting up a key's second factor. The factor and what its owner chose about
 * unlocking the key begin together, or neither does.
 */
@Stateless
public class SetupCompletion {

  /** What became of it. */
  public enum Outcome {
    ON,
    /** The session has confirmed nothing, or it has lapsed; nothing was changed. */
    NOTHING_CONFIRMED,
    /** Something else was chosen about unlocking the key meanwhile; nothing was changed. */
    CHOICE_CHANGED
  }

  @Inject private Enrolments enrolments;
  @Inject private UnlockChoices choices;
  @Inject private UnlockPolicy policy;

  public SetupCompletion() {
    // for the container
  }

  SetupCompletion(Enrolments enrolments, UnlockChoices choices, UnlockPolicy policy) {
    this.enrolments = enrolments;
    this.choices = choices;
    this.policy = policy;
  }

  /**
   * Turns the confirmed factor on, as {@link Enrolments#complete} does.
   *
   * @param seen the {@link UnlockChoice#mark} of what the person saw who chooses
   * @param choice left aside, as is what was seen, where the deployment lets no key be unlocked
   */
  public Outcome complete(
      ApiKeyId key,
      BearerToken session,
      ChosenActions actions,
      boolean strictCodes,
      String seen,
      UnlockChoice choice,
      Instant now) {
    if (policy.isAllowed() && !choices.isStill(key, seen)) {
      return isConfirmed(key, session, now) ? Outcome.CHOICE_CHANGED : Outcome.NOTHING_CONFIRMED;
    }
    if (!enrolments.complete(key, session, actions, strictCodes, now)) {
      return Outcome.NOTHING_CONFIRMED;
    }
    if (policy.isAllowed()) {
      choices.atSetup(key, choice);
    }
    return Outcome.ON;
  }

  /** Otherwise the form was sent before, and what it chose then is no news to anybody. */
  private boolean isConfirmed(ApiKeyId key, BearerToken session, Instant now) {
    return enrolments
        .current(key, session, now)
        .filter(Enrolment.Confirmed.class::isInstance)
        .isPresent();
  }
}
