package org.doublelock.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.doublelock.account.Accounts;
import org.doublelock.account.GivenPassword;
import org.doublelock.account.Operators;
import org.doublelock.account.SignedIn;
import org.doublelock.account.StepUp;
import org.doublelock.account.UserName;
import org.doublelock.web.FieldErrors;

/** What an operator does for account holders. To anyone else these pages do not exist. */
@Controller
@RequestScoped
@Path("/operator/accounts")
@Produces("text/html")
public class OperatorPages {

  private static final String NEW = "account/operator-new.jsp";

  @Inject private Operators operators;
  @Inject private Accounts accounts;
  @Inject private SignedIn person;
  @Inject private StepUp stepUp;
  @Inject private FieldErrors errors;
  @Inject private Models models;
  @Inject private Clock clock;

  @GET
  @Path("new")
  public String form() {
    requireOperator();
    return NEW;
  }

  @POST
  public Response open(
      @FormParam("userName") String typed, @FormParam("confirmation") String confirmation) {
    requireOperator();
    models.put("userName", typed);
    Optional<UserName> name = UserName.parse(typed == null ? "" : typed);
    if (name.isEmpty()) {
      errors.add("userName", "operator.user-name.wrong");
    } else if (accounts.findByName(name.get()).isPresent()) {
      errors.add("userName", "operator.user-name.taken");
    } else if (!stepUp.passes(confirmation)) {
      errors.add("confirmation", stepUp.refusal());
    }
    if (errors.isAny()) {
      return Response.status(422).entity(NEW).build();
    }
    String password = GivenPassword.random();
    accounts.open(name.get(), password, clock.instant());
    models.put("userName", name.get().text());
    models.put("password", password);
    return Response.ok("account/operator-opened.jsp").build();
  }

  private void requireOperator() {
    accounts.find(person.account()).filter(operators::includes).orElseThrow(NotFoundException::new);
  }
}
