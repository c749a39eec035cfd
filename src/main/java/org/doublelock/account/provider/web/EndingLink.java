package org.doublelock.account.provider.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.doublelock.account.Accounts;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.IdentityLinks.Standing;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.account.session.SignedIn;
import org.doublelock.identity.ProviderSettings;

/**
 * Whether what secures the account ends its link to the identity provider too, so that its holder
 * reads it before.
 */
@Named("endingLink")
@RequestScoped
public class EndingLink {

  @Inject private SignedIn person;
  @Inject private Accounts accounts;
  @Inject private IdentityLinks links;
  @Inject private LocalSignIn local;
  @Inject private ProviderSettings settings;

  /** True where there is one, and a password to come back with. */
  public boolean isThere() {
    return settings.isOn()
        && links.of(person.account()) == Standing.LINKED
        && accounts.find(person.account()).filter(local::isOpenTo).isPresent();
  }
}
