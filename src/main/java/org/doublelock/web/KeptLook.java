package org.doublelock.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.doublelock.account.AccountLook;
import org.doublelock.account.session.SignedIn;

/** What the person who asks for this page keeps with their account; nothing of the signed out. */
@RequestScoped
public class KeptLook {

  private HttpServletRequest request;
  private SignedIn person;
  private PersonalLook personal;

  protected KeptLook() {
    // for the CDI proxy
  }

  @Inject
  public KeptLook(HttpServletRequest request, SignedIn person, PersonalLook personal) {
    this.request = request;
    this.person = person;
    this.personal = personal;
  }

  /** Asked without a session, which would make one, there is nobody. */
  public AccountLook get() {
    return request.getSession(false) == null
        ? AccountLook.NONE
        : person.find().map(personal::of).orElse(AccountLook.NONE);
  }
}
