package org.doublelock.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.doublelock.account.AccountLook;
import org.doublelock.account.session.SignedIn;

/** What the person who asks for this page keeps with their account; nothing of the signed out. */
@RequestScoped
public class KeptLook {

  @Inject private HttpServletRequest request;
  @Inject private SignedIn person;
  @Inject private PersonalLook personal;

  /** Asked without a session, which would make one, there is nobody. */
  public AccountLook get() {
    return request.getSession(false) == null
        ? AccountLook.NONE
        : person.find().map(personal::of).orElse(AccountLook.NONE);
  }
}
