package org.doublelock.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import org.doublelock.account.Accounts;
import org.doublelock.account.IdentityLinks;
import org.doublelock.account.Operators;
import org.doublelock.account.Provided;
import org.doublelock.account.ProvidedSession;
import org.doublelock.account.SignedIn;

/** Whether the request is an operator's. */
@RequestScoped
class OperatorInRole {

  private Operators operators;
  private Accounts accounts;
  private SignedIn person;
  private ProvidedSession provided;
  private IdentityLinks links;

  protected OperatorInRole() {
    // for the CDI proxy
  }

  @Inject
  OperatorInRole(
      Operators operators,
      Accounts accounts,
      SignedIn person,
      ProvidedSession provided,
      IdentityLinks links) {
    this.operators = operators;
    this.accounts = accounts;
    this.person = person;
    this.provided = provided;
    this.links = links;
  }

  /**
   * Sees to it that an operator asks.
   *
   * @throws NotFoundException otherwise
   */
  void require() {
    accounts
        .find(person.account())
        .filter(account -> operators.includes(account) || isByProvider())
        .orElseThrow(NotFoundException::new);
  }

  /** The provider says so, and the account is still theirs of whom it said it. */
  private boolean isByProvider() {
    return provided
        .find()
        .filter(Provided::operator)
        .filter(said -> links.isOf(person.account(), said))
        .isPresent();
  }
}
