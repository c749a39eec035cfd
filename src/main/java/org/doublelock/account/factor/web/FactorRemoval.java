package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.AppAuthenticator;
import org.doublelock.account.factor.RemovedFactor;
import org.doublelock.account.signin.web.SignInPages;
import org.doublelock.web.form.FormPages;

/** The page on which an app or a passkey is removed. */
@RequestScoped
class FactorRemoval extends FormPages {

  @Inject private AccountFactors factors;

  /**
   * @param page the path that asks and is posted to
   * @param words the key of its title, with which that of its lead begins
   */
  Response ask(AppAuthenticator factor, String page, String words) {
    refused.recall(page, errors);
    models.put("app", factor);
    models.put("last", factors.number(person.account()) == 1);
    models.put("action", page);
    models.put("words", words);
    return Response.ok("account/factor-removal.jsp").build();
  }

  /**
   * @param removing what is done where nothing speaks against it
   */
  Response remove(
      AppAuthenticator factor, String page, String confirmation, Supplier<RemovedFactor> removing) {
    if (!confirmed(confirmation)) {
      return refused.sendBack(page, errors);
    }
    RemovedFactor removed = removing.get();
    if (removed == RemovedFactor.UNWARNED) {
      errors.add("", "authenticator.removal.last-now");
      return refused.sendBack(page, errors);
    }
    boolean last = removed == RemovedFactor.LAST_REMOVED;
    notice.say(last ? "authenticator.removed.last" : "authenticator.removed", factor.name());
    return Response.seeOther(SignInPages.HOME).build();
  }
}
