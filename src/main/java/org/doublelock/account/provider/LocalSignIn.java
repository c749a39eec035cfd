package org.doublelock.account.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.doublelock.account.Account;
import org.doublelock.account.Operators;
import org.doublelock.identity.ProviderSettings;

/**
 * Who may sign in with a password of this site. Operators that the configuration names always may,
 * so that a provider that is away does not lock everybody out; whose account was opened by the
 * provider never may, until an operator releases it: whoever is refused there is to be refused
 * here.
 */
@ApplicationScoped
public class LocalSignIn {

  private ProviderSettings provider;
  private IdentityLinks links;
  private Operators operators;

  protected LocalSignIn() {
    // for the CDI proxy
  }

  @Inject
  public LocalSignIn(ProviderSettings provider, IdentityLinks links, Operators operators) {
    this.provider = provider;
    this.links = links;
    this.operators = operators;
  }

  public boolean isOpenTo(Account account) {
    return !links.wasOpened(account.id())
        && (provider.isPasswordsForAll() || operators.includes(account));
  }
}
