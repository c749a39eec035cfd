package org.doublelock.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.Operators;
import org.doublelock.account.UserName;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.ProvidedSession;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.SignedIn;
import org.doublelock.identity.ProviderSettings;

/** Whether the request is an operator's. */
@RequestScoped
class OperatorInRole {

  /** Whom the provider takes the role away from is not known here before they sign in again. */
  private static final Duration GOOD_FOR = Duration.ofHours(1);

  /** What the person is. */
  enum Role {
    NONE,
    /** The configuration names them. */
    NAMED,
    /** The identity provider said so lately. */
    BY_PROVIDER,
    /** It said so, too long ago. */
    OVER
  }

  private Operators operators;
  private Accounts accounts;
  private SignedIn person;
  private ProvidedSession provided;
  private IdentityLinks links;
  private ProviderSettings settings;
  private Clock clock;

  protected OperatorInRole() {
    // for the CDI proxy
  }

  @Inject
  OperatorInRole(
      Operators operators,
      Accounts accounts,
      SignedIn person,
      ProvidedSession provided,
      IdentityLinks links,
      ProviderSettings settings,
      Clock clock) {
    this.operators = operators;
    this.accounts = accounts;
    this.person = person;
    this.provided = provided;
    this.links = links;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Sees to it that an operator asks.
   *
   * @throws NotFoundException otherwise
   * @throws RedirectionException to the page that says how, where the identity provider has to say
   *     it anew
   */
  void require() {
    switch (role()) {
      case NONE -> throw new NotFoundException();
      case OVER -> throw new RedirectionException(Response.Status.SEE_OTHER, RolePages.PAGE);
      default -> {
        // they are one
      }
    }
  }

  Role role() {
    if (isNamed()) {
      return Role.NAMED;
    }
    return byProvider()
        .map(said -> clock.instant().isBefore(said.saidAt().plus(GOOD_FOR)))
        .map(lately -> lately ? Role.BY_PROVIDER : Role.OVER)
        .orElse(Role.NONE);
  }

  /** Whether the configuration itself names the person's account, which is for good. */
  boolean isNamed() {
    return accounts.find(person.account()).filter(operators::includes).isPresent();
  }

  /** Whether the configuration makes the holder of that account an operator. */
  boolean isNamed(Account account) {
    return operators.includes(account);
  }

  /** An operator until they sign in anew makes nobody one for good, themselves neither. */
  boolean mayOpen(UserName name) {
    return isNamed() || !operators.include(name.text());
  }

  /** What the provider says, where the account is still theirs of whom it said it. */
  private Optional<Provided> byProvider() {
    return provided
        .find()
        .filter(said -> settings.isOn() && said.operator())
        .filter(said -> links.isOf(person.account(), said));
  }
}
