package org.doublelock.account.password.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.doublelock.account.Accounts;
import org.doublelock.account.password.PasswordChange;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.account.signin.SignIn;
import org.doublelock.web.form.FormPages;

/** Choosing another sign-in password. */
@Controller
@RequestScoped
@Path("/security/password")
@Produces("text/html")
public class PasswordPages extends FormPages {

  private static final String PAGE = "/security/password";

  @Inject private PasswordChange passwords;
  @Inject private SignIn signIn;
  @Inject private LocalSignIn local;
  @Inject private Accounts accounts;
  @Inject private NewPassword chosen;
  @Inject private BrowserRequest request;

  @GET
  public String form() {
    requirePassword();
    refused.recall(PAGE, errors);
    models.put("shortest", chosen.shortest());
    return "account/password.jsp";
  }

  @POST
  public Response change(
      @FormParam("current") String current,
      @FormParam("password") String password,
      @FormParam("repeated") String repeated,
      @FormParam("confirmation") String confirmation) {
    requirePassword();
    if (isEmpty(current)) {
      errors.add("current", "password.current.missing");
    }
    chosen.check(password, repeated, person.getName());
    if (!errors.isAny()
        && (!stepUp.isByFactor() || confirmed(confirmation))
        && !signIn.confirm(person.account(), current, request.visitor(), clock.instant())) {
      errors.add("current", "password.current.wrong");
    }
    if (!errors.isAny() && current.equals(password)) {
      errors.add("password", "password.same");
    }
    if (errors.isAny()) {
      return refused.sendBack(PAGE, errors);
    }
    passwords.byHolder(
        person.account(), chosen.hash(password), person.session(), request.visitor());
    request.changeSessionId();
    notice.say("password.changed", "");
    return Response.seeOther(URI.create("/security")).build();
  }

  /** There is no such page for whom a password would not sign in. */
  private void requirePassword() {
    requireThere(accounts.find(person.account()).filter(local::isOpenTo).isPresent());
  }

  private static boolean isEmpty(String typed) {
    return typed == null || typed.isEmpty();
  }
}
