package org.doublelock.account.provider.web;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.provider.web.PendingProvider.Errand;
import org.doublelock.account.provider.web.PendingProvider.Purpose;
import org.doublelock.account.registration.IdentityAccounts;
import org.doublelock.account.registration.IdentityAccounts.Found;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.SignedIn.Confirmed;
import org.doublelock.account.signin.PendingSignIn;
import org.doublelock.account.signin.web.SignInCompletion;
import org.doublelock.account.signin.web.SignInMetrics;
import org.doublelock.account.signin.web.SignInPages;
import org.doublelock.account.signin.web.WayOut;
import org.doublelock.identity.Identity;
import org.doublelock.identity.IdentityProvider;
import org.doublelock.identity.ProviderAnswer;
import org.doublelock.identity.ProviderOutcome;
import org.doublelock.identity.ProviderOutcome.Reason;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.web.LocalPath;
import org.doublelock.web.form.FormPages;
import org.doublelock.web.message.PageMessages;

/** Signing in by the identity provider, and where everybody comes back to who was sent there. */
@Controller
@RequestScoped
@Path("/sign-in/provider")
@Produces("text/html")
public class ProviderSignInPages extends FormPages {

  private static final String SIGN_IN = "/sign-in";

  @Inject private ProviderSettings settings;
  @Inject private IdentityProvider provider;
  @Inject private ProviderErrands errands;
  @Inject private PendingProvider away;
  @Inject private IdentityAccounts accounts;
  @Inject private AccountFactors factors;
  @Inject private OpenSessions sessions;
  @Inject private PendingSignIn pending;
  @Inject private PasswordHasher passwords;
  @Inject private SignInCompletion completion;
  @Inject private BrowserRequest browser;
  @Inject private PageMessages messages;
  @Inject private SignInMetrics metrics;

  @POST
  public Response begin(@FormParam("next") String next) {
    requireThere(settings.isOn());
    return errands.begin(Purpose.SIGN_IN, next, Optional.empty(), signIn(next));
  }

  /**
   * Leads on to the provider by itself. A form that led there at once would be stopped by browsers:
   * our own pages' forms are sent to ourselves alone. The address is in the page and in no header,
   * which proxies take only so long: the one to sign out at holds a whole token.
   */
  @GET
  @Path("onward")
  public Response onward(@Context HttpServletRequest request) {
    Optional<URI> address = away.address().or(() -> WayOut.of(request.getSession()));
    if (address.isEmpty()) {
      return Response.seeOther(URI.create(SIGN_IN)).build();
    }
    models.put("onward", address.get());
    return Response.ok("account/onward.jsp").build();
  }

  @GET
  @Path("callback")
  public Response callback(@Context UriInfo uri, @Context HttpServletResponse response) {
    requireThere(settings.isOn());
    ProviderAnswer answer = ProviderAnswer.of(uri.getQueryParameters());
    Optional<Errand> asked = away.take(answer.state());
    if (asked.isEmpty() && person.find().isPresent()) {
      return Response.seeOther(SignInPages.HOME).build(); // by going back, or from another window
    }
    if (asked.isEmpty()) {
      return errands.refused(ProviderOutcome.refused(Reason.NOT_ASKED), SIGN_IN);
    }
    Errand errand = asked.get();
    ProviderOutcome outcome = provider.complete(errand.begun(), answer, clock.instant());
    if (errand.purpose() != Purpose.SIGN_IN) {
      return errands.complete(errand, outcome);
    }
    String next = errand.next();
    if (outcome instanceof ProviderOutcome.Known known) {
      return signIn(known.who(), next, response);
    }
    metrics.count(SignInMetrics.PROVIDER_REFUSED);
    return errands.refused(outcome, signIn(next));
  }

  private Response signIn(Identity who, String next, HttpServletResponse response) {
    Found found =
        accounts.findOrOpen(who, passwords.none(), messages.getLanguage(), clock.instant());
    if (found instanceof Found.Taken taken) {
      return notSignedIn(
          settings.isPasswordsForAll() ? "provider.name-taken" : "provider.name-taken.no-password",
          taken.name());
    }
    if (found instanceof Found.Ended) {
      return notSignedIn(
          settings.isPasswordsForAll() ? "provider.link-ended" : "provider.link-ended.no-password",
          settings.getName());
    }
    Account account = ((Found.Theirs) found).account();
    if (!account.isEnabled()) {
      return notSignedIn("provider.locked", account.userName());
    }
    Optional<Provided> said = Optional.of(Provided.of(who));
    if (!factors.areOn(account.id())) {
      return completion.of(account, Confirmed.PROVIDER, said, next, response);
    }
    browser.changeSessionId();
    person.findSession().ifPresent(sessions::end);
    person.leave();
    pending.begin(account, next, said, clock.instant());
    metrics.count(SignInMetrics.FACTOR_ASKED);
    return Response.seeOther(SignInPages.SECOND).build();
  }

  private Response notSignedIn(String message, String argument) {
    metrics.count(SignInMetrics.PROVIDER_REFUSED);
    errors.add("", message, argument);
    return refused.sendBack(SIGN_IN, errors);
  }

  /** The page to sign in on, which remembers where the person wanted to go. */
  private static String signIn(String next) {
    return SIGN_IN + LocalPath.parse(next).map(path -> "?next=" + path.uri()).orElse("");
  }
}
