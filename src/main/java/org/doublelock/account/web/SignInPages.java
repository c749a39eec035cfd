package org.doublelock.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.SignIn;
import org.doublelock.account.SignedIn;
import org.doublelock.web.FieldErrors;
import org.doublelock.web.LocalPath;

/** Signing in and signing out. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html")
public class SignInPages {

  static final URI HOME = URI.create("/security/two-factor");
  private static final String VIEW = "account/sign-in.jsp";

  @Inject private SignIn signIn;
  @Inject private SignedIn person;
  @Inject private FieldErrors errors;
  @Inject private Models models;
  @Inject private Clock clock;

  @GET
  public Response home() {
    return Response.seeOther(HOME).build();
  }

  @GET
  @Path("sign-in")
  public String form(@QueryParam("next") String next) {
    models.put("next", next);
    return VIEW;
  }

  @POST
  @Path("sign-in")
  public Response signIn(
      @FormParam("userName") String userName,
      @FormParam("password") String password,
      @FormParam("next") String next,
      @Context HttpServletRequest request) {
    models.put("next", next);
    models.put("userName", userName);
    if (isBlank(userName)) {
      errors.add("userName", "sign-in.user-name.missing");
    }
    if (isBlank(password)) {
      errors.add("password", "sign-in.password.missing");
    }
    if (errors.isAny()) {
      return again();
    }
    Optional<Account> account = signIn.check(userName, password, clock.instant());
    if (account.isEmpty()) {
      errors.add("", "sign-in.refused");
      return again();
    }
    request.changeSessionId();
    person.enter(account.get(), clock.instant());
    return Response.seeOther(LocalPath.parse(next).map(LocalPath::uri).orElse(HOME)).build();
  }

  @POST
  @Path("sign-out")
  public Response signOut(@Context HttpServletRequest request) {
    request.getSession().invalidate();
    return Response.seeOther(URI.create("/sign-in")).build();
  }

  private static Response again() {
    return Response.status(422).entity(VIEW).build();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
