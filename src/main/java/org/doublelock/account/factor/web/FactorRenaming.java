package org.doublelock.account.factor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Predicate;
import org.doublelock.account.factor.AppAuthenticator;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.signin.web.SignInPages;
import org.doublelock.web.form.FormPages;

/** The page on which an app or a passkey gets another name. */
@RequestScoped
class FactorRenaming extends FormPages {

  /**
   * @param page the path that asks and is posted to
   */
  Response ask(AppAuthenticator factor, String page) {
    String typed = refused.recall(page, errors, "name");
    models.put("name", errors.isAny() ? typed : factor.name());
    models.put("factor", factor);
    models.put("action", page);
    return Response.ok("account/factor-name.jsp").build();
  }

  /**
   * @param renaming says no where another of the account's has that name, or one that looks like it
   */
  Response rename(String page, String typed, String confirmation, Predicate<FactorName> renaming) {
    Optional<FactorName> name = FactorName.parse(typed);
    if (name.isEmpty()) {
      errors.add("name", "authenticator.name.missing", FactorName.MAX_LENGTH);
    } else if (confirmed(confirmation) && !renaming.test(name.get())) {
      errors.add("name", "authenticator.name.taken");
    }
    if (errors.isAny()) {
      return refused.sendBack(page, errors, "name", typed);
    }
    notice.say("authenticator.renamed", name.get().text());
    return Response.seeOther(SignInPages.HOME).build();
  }
}
