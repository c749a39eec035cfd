package org.doublelock.account.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.ProvidedSession;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.SignedIn;
import org.doublelock.account.session.SignedIn.Confirmed;
import org.doublelock.identity.ProviderSettings;

/**
 * The fresh confirmation that a change asks for when the last one is older than ten minutes. It is
 * asked in the form of the change itself, so nothing that was typed is lost, and with the strongest
 * factor that the account has; of who signed in by the identity provider, and has none here, there.
 */
@Named("stepUp")
@RequestScoped
public class StepUp {

  @Inject private SignedIn person;
  @Inject private ProvidedSession provided;
  @Inject private ProviderSettings settings;
  @Inject private IdentityLinks links;
  @Inject private SignIn signIn;
  @Inject private AccountFactors factors;
  @Inject private BrowserRequest request;
  @Inject private Clock clock;
  private Boolean byFactor;
  private Boolean byProvider;
  private FactorOutcome outcome;

  public StepUp() {
    // for the container
  }

  StepUp(
      SignedIn person,
      ProvidedSession provided,
      ProviderSettings settings,
      IdentityLinks links,
      SignIn signIn,
      AccountFactors factors,
      BrowserRequest request,
      Clock clock) {
    this.person = person;
    this.provided = provided;
    this.settings = settings;
    this.links = links;
    this.signIn = signIn;
    this.factors = factors;
    this.request = request;
    this.clock = clock;
  }

  /** True when the form has to ask again. */
  public boolean isNeeded() {
    return !person.isFresh(required(), clock.instant());
  }

  /** True when a code is asked for, else the password or the identity provider is. */
  public boolean isByFactor() {
    if (byFactor == null) {
      byFactor = factors.areOn(person.account());
    }
    return byFactor;
  }

  /**
   * True when the identity provider is to be asked, on a way of its own: who signed in by it, and
   * has no second factor here.
   */
  public boolean isByProvider() {
    if (byProvider == null) {
      byProvider =
          !isByFactor()
              && settings.isOn()
              && provided.find().filter(said -> links.isOf(person.account(), said)).isPresent();
    }
    return byProvider;
  }

  /** True when the account's factors are passkeys alone, so that no app has a code for it. */
  public boolean isWithoutApp() {
    return isByFactor() && !factors.haveApp(person.account());
  }

  /**
   * Whether the change may be made: the last confirmation is fresh, or this one is right and so
   * makes it fresh.
   *
   * @param typed what the form's confirmation field held, a password or a code; null when it was
   *     not shown
   */
  public boolean passes(String typed) {
    if (!isNeeded()) {
      return true;
    }
    if (isByProvider()) {
      return false;
    }
    Instant now = clock.instant();
    boolean given = typed != null && !typed.isBlank();
    outcome = given ? null : FactorOutcome.MALFORMED;
    boolean right = given && confirms(typed, now);
    if (right) {
      person.confirmedAgain(required(), now);
      request.changeSessionId();
    }
    return right;
  }

  /** Makes the last confirmation fresh, by what the identity provider said of this person. */
  public void confirmedByProvider(Provided said) {
    provided.keep(said);
    person.confirmedAgain(Confirmed.PROVIDER, clock.instant());
    request.changeSessionId();
  }

  /** The message that says why {@link #passes} said no. */
  public String refusal() {
    if (isByProvider()) {
      return "step-up.provider.first";
    }
    if (!isByFactor()) {
      return "step-up.refused";
    }
    String about = isWithoutApp() ? "step-up.recovery-code." : "step-up.code.";
    return about + (outcome == FactorOutcome.MALFORMED ? "malformed" : "refused");
  }

  private boolean confirms(String typed, Instant now) {
    if (!isByFactor()) {
      return signIn.confirm(person.account(), typed, request.visitor(), now);
    }
    outcome = signIn.confirmFactor(person.account(), typed, request.visitor(), now);
    return outcome.isConfirmed();
  }

  private Confirmed required() {
    if (isByFactor()) {
      return Confirmed.SECOND_FACTOR;
    }
    return isByProvider() ? Confirmed.PROVIDER : Confirmed.PASSWORD;
  }
}
