package org.doublelock.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.Operators;
import org.doublelock.account.SignedIn;

/** The operator whose request it is. */
@RequestScoped
class OperatorInRole {

  private Operators operators;
  private Accounts accounts;
  private SignedIn person;

  protected OperatorInRole() {
    // for the CDI proxy
  }

  @Inject
  OperatorInRole(Operators operators, Accounts accounts, SignedIn person) {
    this.operators = operators;
    this.accounts = accounts;
    this.person = person;
  }

  /**
   * The operator's own account.
   *
   * @throws NotFoundException when whoever asks is no operator
   */
  Account require() {
    return accounts
        .find(person.account())
        .filter(operators::includes)
        .orElseThrow(NotFoundException::new);
  }
}
