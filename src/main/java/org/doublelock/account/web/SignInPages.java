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
import org.doublelock.account.AccountFactors;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.BrowserRequest;
import org.doublelock.account.FactorOutcome;
import org.doublelock.account.PendingSignIn;
import org.doublelock.account.RecoveryCodes;
import org.doublelock.account.SignIn;
import org.doublelock.account.SignedIn;
import org.doublelock.account.SignedIn.Confirmed;
import org.doublelock.web.FieldErrors;
import org.doublelock.web.Notice;

/** Signing in, with a second page where the account has a second factor, and signing out. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html")
public class SignInPages {

  static final URI HOME = URI.create("/security/two-factor");
  private static final URI FIRST = URI.create("/sign-in");
  private static final URI SECOND = URI.create("/sign-in/second-factor");
  private static final String VIEW = "account/sign-in.jsp";
  private static final String SECOND_VIEW = "account/sign-in-factor.jsp";

  @Inject private SignIn signIn;
  @Inject private AccountFactors factors;
  @Inject private Accounts accounts;
  @Inject private RecoveryCodes recovery;
  @Inject private SignedIn person;
  @Inject private PendingSignIn pending;
  @Inject private Arrival arrival;
  @Inject private BrowserRequest browser;
  @Inject private FieldErrors errors;
  @Inject private Notice notice;
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
      @FormParam("next") String next) {
    models.put("next", next);
    models.put("userName", userName);
    if (isBlank(userName)) {
      errors.add("userName", "sign-in.user-name.missing");
    }
    if (isBlank(password)) {
      errors.add("password", "sign-in.password.missing");
    }
    if (errors.isAny()) {
      return again(VIEW);
    }
    Optional<Account> account =
        signIn.check(userName, password, browser.visitor(), clock.instant());
    if (account.isEmpty()) {
      errors.add("", "sign-in.refused");
      return again(VIEW);
    }
    if (factors.areOn(account.get().id())) {
      browser.changeSessionId();
      person.leave();
      pending.begin(account.get().id(), next, clock.instant());
      return Response.seeOther(SECOND).build();
    }
    return arrival.of(account.get(), Confirmed.PASSWORD, next);
  }

  @GET
  @Path("sign-in/second-factor")
  public Response secondForm() {
    return pending.account(clock.instant()).isPresent()
        ? Response.ok(SECOND_VIEW).build()
        : Response.seeOther(FIRST).build();
  }

  @POST
  @Path("sign-in/second-factor")
  public Response second(@FormParam("code") String code) {
    Optional<AccountId> account = pending.account(clock.instant());
    if (account.isEmpty()) {
      errors.add("", "sign-in.factor.lapsed");
      return again(VIEW);
    }
    if (isBlank(code)) {
      errors.add("code", "sign-in.factor.missing");
      return again(SECOND_VIEW);
    }
    FactorOutcome outcome =
        signIn.confirmFactor(account.get(), code, browser.visitor(), clock.instant());
    Optional<Account> holder =
        accounts
            .find(account.get())
            .filter(Account::isEnabled)
            .filter(known -> outcome.isConfirmed());
    if (holder.isEmpty()) {
      errors.add("code", "sign-in.factor." + outcome.code());
      return again(SECOND_VIEW);
    }
    String next = pending.next().orElse(null);
    pending.end();
    if (outcome == FactorOutcome.RECOVERED) {
      notice.say("sign-in.recovered", String.valueOf(recovery.left(account.get())));
      return arrival.of(holder.get(), Confirmed.SECOND_FACTOR, HOME.getPath());
    }
    return arrival.of(holder.get(), Confirmed.SECOND_FACTOR, next);
  }

  @POST
  @Path("sign-out")
  public Response signOut(@Context HttpServletRequest request) {
    request.getSession().invalidate();
    return Response.seeOther(FIRST).build();
  }

  private static Response again(String view) {
    return Response.status(422).entity(view).build();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
