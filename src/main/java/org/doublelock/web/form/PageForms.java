package org.doublelock.web.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.doublelock.account.BearerToken;
import org.doublelock.account.session.SignedIn;

/**
 * The token that the forms of the page being drawn carry, and whether one that was sent is good.
 */
@Named("forms")
@RequestScoped
public class PageForms {

  /** The field that holds it. */
  static final String FIELD = "_csrf";

  private HttpServletRequest request;
  private FormSecret secret;
  private SignedIn person;
  private String token;

  protected PageForms() {
    // for the CDI proxy
  }

  @Inject
  public PageForms(HttpServletRequest request, FormSecret secret, SignedIn person) {
    this.request = request;
    this.secret = secret;
    this.person = person;
  }

  public String getField() {
    return FIELD;
  }

  /** One for all forms of the page. */
  public String getToken() {
    if (token == null) {
      token = FormToken.make(secret.read(), openSession());
    }
    return token;
  }

  boolean isGood(Optional<String> sent) {
    return request.getSession(false) != null
        && sent.filter(each -> FormToken.isGood(each, secret.read(), openSession())).isPresent();
  }

  private String openSession() {
    return person.findSession().map(BearerToken::read).orElse("");
  }
}
