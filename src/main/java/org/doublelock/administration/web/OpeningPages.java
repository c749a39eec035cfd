package org.doublelock.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.UserName;
import org.doublelock.account.password.GivenPassword;
import org.doublelock.account.registration.OpeningForOthers;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.web.form.FormPages;
import org.doublelock.web.form.ShownOnce;

/** Opening accounts. */
@Controller
@RequestScoped
@Path("/operator/accounts")
@Produces("text/html")
public class OpeningPages extends FormPages {

  private static final String PAGE = "/operator/accounts/new";

  @Inject private OperatorInRole operator;
  @Inject private Accounts accounts;
  @Inject private OpeningForOthers opening;
  @Inject private PasswordHasher passwords;
  @Inject private ShownOnce once;

  @GET
  @Path("new")
  public String form() {
    operator.require();
    models.put("userName", refused.recall(PAGE, errors, "userName"));
    return "administration/new.jsp";
  }

  @POST
  public Response open(
      @FormParam("userName") String typed, @FormParam("confirmation") String confirmation) {
    operator.require();
    Optional<UserName> name = UserName.parseNew(typed == null ? "" : typed);
    if (name.isEmpty()) {
      errors.add("userName", "operator.user-name.wrong");
    } else if (!operator.mayOpen(name.get())) {
      errors.add("userName", "operator.user-name.named");
    } else if (accounts.isLikeAnother(name.get())) {
      errors.add("userName", "operator.user-name.taken");
    }
    String password = GivenPassword.random();
    Optional<Account> opened =
        errors.isAny() || !confirmed(confirmation)
            ? Optional.empty()
            : opening.openUnlessTaken(name.get(), passwords.hash(password), clock.instant());
    if (!errors.isAny() && opened.isEmpty()) {
      errors.add("userName", "operator.user-name.taken"); // by who opened theirs meanwhile
    }
    if (errors.isAny()) {
      return refused.sendBack(PAGE, errors, "userName", typed);
    }
    once.mark();
    models.put("account", opened.get().id());
    models.put("userName", name.get().text());
    models.put("password", password);
    return Response.ok("administration/opened.jsp").build();
  }
}
