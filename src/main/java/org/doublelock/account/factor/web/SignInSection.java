package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.Authenticators;
import org.doublelock.account.factor.KeptFactor;
import org.doublelock.account.factor.Passkeys;
import org.doublelock.account.factor.RecoveryCodes;
import org.doublelock.account.session.SignedIn;

/** What the "Sign-in" section of "2FA Settings" shows. */
@Named("signInSection")
@RequestScoped
public class SignInSection {

  @Inject private Authenticators apps;
  @Inject private Passkeys passkeys;
  @Inject private AccountFactors factors;
  @Inject private RecoveryCodes recovery;
  @Inject private SignedIn person;

  public List<KeptFactor> getApps() {
    return apps.of(person.account());
  }

  public List<KeptFactor> getPasskeys() {
    return passkeys.of(person.account());
  }

  public boolean isOn() {
    return factors.areOn(person.account());
  }

  public int getCodesLeft() {
    return recovery.left(person.account());
  }

  public boolean isFewLeft() {
    return getCodesLeft() <= RecoveryCodes.FEW;
  }

  /** Whether new codes were shown that nobody has said are kept. */
  public boolean isAnyCodeWaiting() {
    return recovery.isAnyWaiting(person.account());
  }

  public boolean isKept() {
    return recovery.areKept(person.account());
  }
}
