package org.doublelock.unlocking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.doublelock.account.BearerToken;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.secondfactor.Enrolments;

/**
 * The last step of setting up a key's second factor. The factor and what its owner chose about
 * unlocking the key begin together, or neither does.
 */
@Stateless
public class SetupCompletion {

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
   * @param choice left aside where the deployment lets no key be unlocked
   * @return false when the session has confirmed nothing, or it has lapsed; nothing was changed
   */
  public boolean complete(
      ApiKeyId key,
      BearerToken session,
      Set<String> actions,
      boolean strictCodes,
      UnlockChoice choice,
      Instant now) {
    boolean on = enrolments.complete(key, session, actions, strictCodes, now);
    if (on && policy.isAllowed()) {
      choices.atSetup(key, choice);
    }
    return on;
  }
}
