package org.doublelock.account.provider.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.ProviderPerson;
import org.doublelock.account.provider.web.PendingProvider.Errand;
import org.doublelock.account.provider.web.PendingProvider.Purpose;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.account.session.Provided;
import org.doublelock.account.signin.web.SignInPages;
import org.doublelock.account.signin.web.WayOut;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.identity.Departure;
import org.doublelock.identity.Identity;
import org.doublelock.identity.IdentityProvider;
import org.doublelock.identity.ProviderOutcome;
import org.doublelock.identity.ProviderOutcome.Known;
import org.doublelock.identity.ProviderOutcome.Reason;
import org.doublelock.identity.ProviderOutcome.Refused;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.web.LocalPath;
import org.doublelock.web.form.EndedSession;
import org.doublelock.web.form.FieldErrors;
import org.doublelock.web.form.FormPages;
import org.doublelock.web.message.PageMessages;

/** What people are sent to the identity provider for, and what is done when they come back. */
@RequestScoped
class ProviderErrands extends FormPages {

  private static final String SIGN_IN = "/sign-in";

  @Inject private ProviderSettings settings;
  @Inject private IdentityProvider provider;
  @Inject private PendingProvider away;
  @Inject private IdentityLinks links;
  @Inject private OpenSessions sessions;
  @Inject private PageMessages messages;
  @Inject private SecurityEvents events;

  /**
   * Sends the browser to the provider. Who only signs in may have a session there already; else the
   * person is to prove there anew who they are.
   *
   * @param next where the person wants to go then, as it was sent; may be null
   * @param form what they typed before, to be shown again
   * @param page where they are told that the provider is away, if there is no form
   */
  Response begin(Purpose purpose, String next, Optional<EndedSession.Form> form, String page) {
    boolean signingIn = purpose == Purpose.SIGN_IN;
    Optional<EndedSession.Form> own = form.filter(sent -> sent.who().equals(person.getName()));
    Optional<Departure> departure =
        provider.begin(!signingIn, messages.getLanguage(), clock.instant());
    if (departure.isEmpty()) {
      errors.add("", "provider.refused." + Reason.AWAY.code(), settings.getName());
      return goOn(own, page, errors);
    }
    Optional<BearerToken> session = signingIn ? Optional.empty() : person.findSession();
    String path = LocalPath.parse(next).map(local -> local.uri().toString()).orElse(null);
    away.begin(purpose, departure.get(), session, path, own);
    return Response.seeOther(WayOut.ONWARD).build();
  }

  /** Shows whom to link, or confirms, for the session alone that asked for it. */
  Response complete(Errand errand, ProviderOutcome outcome) {
    String asking = person.findSession().map(BearerToken::hash).orElse("");
    if (!asking.equals(errand.person())) {
      return refused(ProviderOutcome.refused(Reason.NOT_ASKED), SIGN_IN);
    }
    return errand.purpose() == Purpose.LINK ? offer(outcome) : confirm(errand, outcome);
  }

  /** Says on a page why nothing came of it. */
  Response refused(ProviderOutcome outcome, String page) {
    errors.add("", "provider.refused." + reasonOf(outcome), settings.getName());
    return refused.sendBack(page, errors);
  }

  private Response offer(ProviderOutcome outcome) {
    if (!(outcome instanceof Known known)) {
      return refused(outcome, ProviderLinkPages.PAGE);
    }
    away.offer(ProviderPerson.of(known.who()), person.session(), clock.instant());
    return Response.seeOther(URI.create(ProviderLinkPages.PAGE)).build();
  }

  private Response confirm(Errand errand, ProviderOutcome outcome) {
    AccountId account = person.account();
    String page = Optional.ofNullable(errand.next()).orElse(SignInPages.HOME.toString());
    if (!(outcome instanceof Known known)) {
      events.record(EventKind.STEP_UP_REFUSED, account.value());
      errors.add("", "provider.refused." + reasonOf(outcome), settings.getName());
      return goOn(errand.form(), page, errors);
    }
    Identity who = known.who();
    if (links.find(ProviderPerson.of(who)).filter(account::equals).isEmpty()) {
      events.record(EventKind.STEP_UP_REFUSED, account.value());
      errors.add("", "provider.another-person", settings.getName());
      return goOn(errand.form(), page, errors);
    }
    Provided said = Provided.of(who);
    sessions.confirmed(person.session(), said); // first, since the database may be away
    stepUp.confirmedByProvider(said);
    notice.say("step-up.provider.done", settings.getName());
    return goOn(errand.form(), page, new FieldErrors(messages));
  }

  /** To the form that waited, with what was typed; else to the page. */
  private Response goOn(Optional<EndedSession.Form> waiting, String page, FieldErrors told) {
    if (waiting.filter(form -> !form.whole()).isPresent()) {
      told.add("", "step-up.provider.lost");
    }
    return waiting
        .map(form -> refused.sendBack(form.page(), told, form.fields()))
        .orElseGet(() -> refused.sendBack(page, told));
  }

  private static String reasonOf(ProviderOutcome outcome) {
    return ((Refused) outcome).reason().code();
  }
}
