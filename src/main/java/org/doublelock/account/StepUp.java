package org.doublelock.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;

/**
 * The fresh confirmation that a change asks for when the last one is older than ten minutes. It is
 * asked in the form of the change itself, so nothing that was typed is lost.
 */
@Named("stepUp")
@RequestScoped
public class StepUp {

  private SignedIn person;
  private SignIn signIn;
  private Clock clock;

  protected StepUp() {
    // for the CDI proxy
  }

  @Inject
  public StepUp(SignedIn person, SignIn signIn, Clock clock) {
    this.person = person;
    this.signIn = signIn;
    this.clock = clock;
  }

  /** True when the form has to ask for the password again. */
  public boolean isNeeded() {
    return !person.isFresh(clock.instant());
  }

  /**
   * Whether the change may be made: the last confirmation is fresh, or this password is right and
   * so makes it fresh.
   *
   * @param password what the form's confirmation field held; null when it was not shown
   */
  public boolean passes(String password) {
    if (!isNeeded()) {
      return true;
    }
    boolean right =
        password != null
            && !password.isEmpty()
            && signIn.confirm(person.account(), password, clock.instant());
    if (right) {
      person.confirmedAgain(clock.instant());
    }
    return right;
  }
}
