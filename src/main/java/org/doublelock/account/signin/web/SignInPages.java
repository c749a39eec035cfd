package org.doublelock.account.signin.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.factor.RecoveryCodes;
import org.doublelock.account.factor.TypedFactor;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.account.provider.ProvidedSession;
import org.doublelock.account.registration.RegistrationPolicy;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.SignedIn.Confirmed;
import org.doublelock.account.signin.PendingSignIn;
import org.doublelock.account.signin.SignIn;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.identity.IdentityProvider;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.mail.MailSettings;
import org.doublelock.vault.HashingBusy;
import org.doublelock.web.LocalPath;
import org.doublelock.web.form.EndedSession;
import org.doublelock.web.form.FormPages;

/** Signing in, with a second page where the account has a second factor, and signing out. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html")
public class SignInPages extends FormPages {

  /** Where a person is at home: the page that follows when nothing else does. */
  public static final URI HOME = URI.create("/security/two-factor");

  private static final URI FIRST = URI.create("/sign-in");

  /** The page that asks for the second factor of a sign-in that is pending. */
  public static final URI SECOND = URI.create("/sign-in/second-factor");

  @Inject private SignIn signIn;
  @Inject private AccountFactors factors;
  @Inject private Accounts accounts;
  @Inject private RecoveryCodes recovery;
  @Inject private OpenSessions sessions;
  @Inject private RegistrationPolicy registration;
  @Inject private MailSettings mail;
  @Inject private PendingSignIn pending;
  @Inject private EndedSession ended;
  @Inject private SignInCompletion completion;
  @Inject private ProvidedSession provided;
  @Inject private LocalSignIn local;
  @Inject private ProviderSettings settings;
  @Inject private IdentityProvider provider;
  @Inject private BrowserRequest browser;
  @Inject private SecurityEvents events;
  @Inject private SignInMetrics metrics;

  @GET
  public Response home() {
    return Response.seeOther(HOME).build();
  }

  @GET
  @Path("sign-in")
  public String form(@QueryParam("next") String next) {
    models.put("userName", refused.recall(FIRST.getPath(), errors, "userName"));
    models.put("next", next);
    models.put("ended", ended.takeEnded());
    models.put("registration", registration.isOpen());
    models.put("resets", mail.isOn());
    return "account/sign-in.jsp";
  }

  @POST
  @Path("sign-in")
  public Response signIn(
      @FormParam("userName") String userName,
      @FormParam("password") String password,
      @FormParam("next") String next,
      @Context HttpServletResponse response) {
    if (isBlank(userName)) {
      errors.add("userName", "sign-in.user-name.missing");
    }
    if (isBlank(password)) {
      errors.add("password", "sign-in.password.missing");
    }
    if (errors.isAny()) {
      return again(userName, next);
    }
    Optional<Account> account = check(userName, password);
    if (account.isEmpty()) {
      metrics.count(SignInMetrics.PASSWORD_REFUSED);
      errors.add("", "sign-in.refused");
      return again(userName, next);
    }
    if (!local.isOpenTo(account.get())) {
      metrics.count(SignInMetrics.PASSWORD_REFUSED);
      errors.add(
          "",
          settings.isOn() ? "sign-in.by-provider" : "sign-in.by-provider.off",
          settings.getName());
      return again(userName, next);
    }
    if (factors.areOn(account.get().id())) {
      browser.changeSessionId();
      person.findSession().ifPresent(sessions::end);
      person.leave();
      pending.begin(account.get(), next, Optional.empty(), clock.instant());
      metrics.count(SignInMetrics.FACTOR_ASKED);
      return Response.seeOther(SECOND).build();
    }
    return completion.of(account.get(), Confirmed.PASSWORD, Optional.empty(), next, response);
  }

  private Optional<Account> check(String userName, String password) {
    try {
      return signIn.check(userName, password, browser.visitor(), clock.instant());
    } catch (HashingBusy busy) {
      metrics.count(SignInMetrics.BUSY);
      throw busy;
    }
  }

  @GET
  @Path("sign-in/second-factor")
  public Response secondForm() {
    Optional<Account> account = halfSignedIn();
    if (account.isEmpty()) {
      return pending.begunFor().isPresent() ? lapsed() : Response.seeOther(FIRST).build();
    }
    refused.recall(SECOND.getPath(), errors);
    models.put("withoutApp", !factors.haveApp(account.get().id()));
    models.put("byProvider", pending.provided().isPresent());
    return Response.ok("account/sign-in-factor.jsp").build();
  }

  @POST
  @Path("sign-in/second-factor")
  public Response second(
      @FormParam("code") String typed,
      @FormParam("passkey") String passkey,
      @Context HttpServletResponse response) {
    String code = isBlank(passkey) ? typed : passkey;
    Optional<Account> account = halfSignedIn();
    if (account.isEmpty()) {
      return lapsed();
    }
    if (isBlank(code)) {
      errors.add("code", "sign-in.factor.missing" + forWhom(account.get().id()));
      return refused.sendBack(SECOND.getPath(), errors);
    }
    FactorOutcome outcome =
        signIn.confirmFactor(account.get().id(), code, browser.visitor(), clock.instant());
    if (!outcome.isConfirmed()) {
      metrics.count(SignInMetrics.FACTOR_REFUSED);
      noteRefusal(account.get().id(), outcome, TypedFactor.of(code));
      return refused.sendBack(SECOND.getPath(), errors);
    }
    String next = pending.next().orElse(null);
    Optional<Provided> said = pending.provided();
    pending.end();
    if (outcome != FactorOutcome.RECOVERED) {
      return completion.of(account.get(), Confirmed.SECOND_FACTOR, said, next, response);
    }
    Response arrived =
        completion.of(account.get(), Confirmed.SECOND_FACTOR, said, HOME.getPath(), response);
    // said after, since nothing that was said before is for whoever arrives
    if (person.find().isPresent()) {
      notice.say("sign-in.recovered", String.valueOf(recovery.left(account.get().id())));
    }
    return arrived;
  }

  /** Back to the first page, which keeps who it was and where they wanted to go. */
  private Response lapsed() {
    errors.add("", "sign-in.factor.lapsed");
    String userName = pending.begunFor().flatMap(accounts::find).map(Account::userName).orElse("");
    String next = pending.next().orElse(null);
    pending.end();
    return again(userName, next);
  }

  /** Tries are told of what can be guessed; the rest is told for what it was. */
  private void noteRefusal(AccountId account, FactorOutcome outcome, TypedFactor typed) {
    String about = "sign-in.factor." + outcome.code();
    if (outcome == FactorOutcome.TOO_MANY) {
      errors.add("code", about);
    } else if (typed == TypedFactor.CODE || typed == TypedFactor.NONE) {
      int left = signIn.triesLeft(account, browser.visitor(), clock.instant());
      errors.add("code", about + forWhom(account), left);
    } else {
      errors.add("code", about + "." + typed.code());
    }
  }

  /** Whoever has passkeys alone is told of no app. */
  private String forWhom(AccountId account) {
    return factors.haveApp(account) ? "" : ".without-app";
  }

  @POST
  @Path("sign-out")
  public Response signOut(@Context HttpServletRequest request) {
    person.find().ifPresent(account -> events.record(EventKind.SIGNED_OUT, account.value()));
    person.findSession().ifPresent(sessions::end);
    Optional<URI> onward =
        provided
            .find()
            .filter(said -> settings.isOn())
            .flatMap(said -> provider.signOut(said.token(), clock.instant()));
    if (onward.isPresent()) {
      return WayOut.lead(request, onward.get());
    }
    request.getSession().invalidate();
    return Response.seeOther(FIRST).build();
  }

  /** Whose second factor is to come, as long as nothing ended the sign-in meanwhile. */
  private Optional<Account> halfSignedIn() {
    return pending.account(clock.instant()).flatMap(accounts::find).filter(pending::isStillGoodFor);
  }

  private Response again(String userName, String next) {
    String query = LocalPath.parse(next).map(path -> "?next=" + path.uri()).orElse("");
    return refused.sendBack(FIRST.getPath() + query, errors, "userName", userName);
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
