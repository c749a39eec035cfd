package org.doublelock.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.IdentityLinks;
import org.doublelock.account.OpenSessions;
import org.doublelock.account.PendingProvider;
import org.doublelock.account.PendingProvider.Errand;
import org.doublelock.account.PendingProvider.Purpose;
import org.doublelock.account.Provided;
import org.doublelock.account.SignedIn;
import org.doublelock.account.StepUp;
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
import org.doublelock.web.EndedSession;
import org.doublelock.web.FieldErrors;
import org.doublelock.web.LocalPath;
import org.doublelock.web.Notice;
import org.doublelock.web.PageMessages;
import org.doublelock.web.RefusedForm;

/** What people are sent to the identity provider for, and what is done when they come back. */
@RequestScoped
class ProviderErrands {

  private static final String SIGN_IN = "/sign-in";

  @Inject private ProviderSettings settings;
  @Inject private IdentityProvider provider;
  @Inject private PendingProvider away;
  @Inject private IdentityLinks links;
  @Inject private OpenSessions sessions;
  @Inject private SignedIn person;
  @Inject private StepUp stepUp;
  @Inject private EndedSession waiting;
  @Inject private PageMessages messages;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private Notice notice;
  @Inject private SecurityEvents events;
  @Inject private Clock clock;

  /**
   * @throws NotFoundException where no provider is configured
   */
  void requireProvider() {
    if (!settings.isOn()) {
      throw new NotFoundException();
    }
  }

  /**
   * Sends the browser to the provider.
   *
   * @param next where the person wants to go then; may be null
   * @param page where they are told that the provider is away
   */
  Response begin(Purpose purpose, String next, String page) {
    Optional<Departure> departure =
        provider.begin(purpose == Purpose.CONFIRM, messages.getLanguage(), clock.instant());
    if (departure.isEmpty()) {
      return refused(ProviderOutcome.refused(Reason.AWAY), page);
    }
    Optional<BearerToken> session =
        purpose == Purpose.SIGN_IN ? Optional.empty() : person.findSession();
    away.begin(purpose, departure.get(), session, next);
    return Response.seeOther(ProviderSignInPages.ONWARD).build();
  }

  /** Links, or confirms, for the session alone that asked for it. */
  Response complete(Errand errand, ProviderOutcome outcome) {
    String asking = person.findSession().map(BearerToken::hash).orElse("");
    if (!asking.equals(errand.person())) {
      return refused(ProviderOutcome.refused(Reason.NOT_ASKED), SIGN_IN);
    }
    return errand.purpose() == Purpose.LINK ? link(outcome) : confirm(errand, outcome);
  }

  /** Says on a page why nothing came of it. */
  Response refused(ProviderOutcome outcome, String page) {
    errors.add("", "provider.refused." + reasonOf(outcome), settings.getName());
    return refused.sendBack(page, errors);
  }

  private Response link(ProviderOutcome outcome) {
    if (!(outcome instanceof Known known)) {
      return refused(outcome, ProviderLinkPages.PAGE);
    }
    if (!links.link(person.account(), person.session(), known.who(), clock.instant())) {
      errors.add("", "provider.link.taken", settings.getName());
      return refused.sendBack(ProviderLinkPages.PAGE, errors);
    }
    notice.say("provider.linked", settings.getName());
    return Response.seeOther(URI.create(ProviderLinkPages.PAGE)).build();
  }

  private Response confirm(Errand errand, ProviderOutcome outcome) {
    AccountId account = person.account();
    if (!(outcome instanceof Known known)) {
      events.record(EventKind.STEP_UP_REFUSED, account.value());
      errors.add("", "provider.refused." + reasonOf(outcome), settings.getName());
      return goOn(errand, errors);
    }
    Identity who = known.who();
    if (links.find(who).filter(account::equals).isEmpty()) {
      events.record(EventKind.STEP_UP_REFUSED, account.value());
      errors.add("", "provider.another-person", settings.getName());
      return goOn(errand, errors);
    }
    Provided said = Provided.of(who);
    stepUp.confirmedByProvider(said);
    sessions.confirmed(person.session(), said);
    notice.say("step-up.provider.done", settings.getName());
    return goOn(errand, new FieldErrors(messages));
  }

  /** To the form that waited, with what was typed; else to the page. */
  private Response goOn(Errand errand, FieldErrors told) {
    return waiting
        .takeFor(person.getName())
        .map(form -> refused.sendBack(form.page(), told, form.fields()))
        .orElseGet(() -> refused.sendBack(page(errand), told));
  }

  private static String reasonOf(ProviderOutcome outcome) {
    return ((Refused) outcome).reason().code();
  }

  private static String page(Errand errand) {
    return LocalPath.parse(errand.next()).map(LocalPath::uri).orElse(SignInPages.HOME).toString();
  }
}
