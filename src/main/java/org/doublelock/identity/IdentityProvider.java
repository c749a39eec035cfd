package org.doublelock.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.doublelock.identity.ProviderOutcome.Known;
import org.doublelock.identity.ProviderOutcome.Reason;

/**
 * Asks the deployment's own identity provider who somebody is, by the authorization code flow of
 * OpenID Connect with PKCE. Nothing is asked of it, and no library loaded for it, before somebody
 * wants to sign in with it. What it answers goes to the log without tokens and codes.
 */
@ApplicationScoped
public class IdentityProvider {

  /** Of RFC 6749, section 4.1.2.1, and OpenID Connect Core 1.0, section 3.1.2.6. */
  private static final Set<String> ERRORS =
      Set.of(
          "access_denied",
          "account_selection_required",
          "consent_required",
          "interaction_required",
          "invalid_request",
          "invalid_scope",
          "login_required",
          "server_error",
          "temporarily_unavailable",
          "unauthorized_client",
          "unsupported_response_type");

  private static final int MAX_AT_ONCE = 16;

  /** Something that is asked of the provider. */
  private interface Question<T> {
    T ask(Conversation conversation) throws ProviderAway, NotBelieved, NotEntitled;
  }

  private ProviderSettings settings;
  private ProviderLog log;
  private Conversation conversation;

  /** While the provider hangs, threads wait for it; the rest is kept for those who do not. */
  private final Semaphore waiting = new Semaphore(MAX_AT_ONCE);

  protected IdentityProvider() {
    // for the CDI proxy
  }

  @Inject
  public IdentityProvider(ProviderSettings settings) {
    this.settings = settings;
    this.log = new ProviderLog();
  }

  /**
   * The way there.
   *
   * @param confirming whether the person is to prove anew who they are, in a way that is worth what
   *     was configured
   * @param language the code of the page's
   * @return empty when the provider is away
   */
  public Optional<Departure> begin(boolean confirming, String language, Instant now) {
    return unlessAway(conversation -> Optional.of(conversation.begin(confirming, language, now)));
  }

  private <T> Optional<T> unlessAway(Question<Optional<T>> question) {
    try {
      return among(question);
    } catch (ProviderAway away) {
      log.warn(away.getMessage());
      return Optional.empty();
    } catch (NotBelieved | NotEntitled impossible) {
      throw new IllegalStateException("nothing was to be believed", impossible);
    }
  }

  /** Of so many at once, whoever else comes is not kept waiting. */
  private <T> T among(Question<T> question) throws ProviderAway, NotBelieved, NotEntitled {
    if (!waiting.tryAcquire()) {
      throw new ProviderAway("too many wait for it", null);
    }
    try {
      return question.ask(conversation());
    } finally {
      waiting.release();
    }
  }

  /**
   * Who somebody is, after they came back.
   *
   * @param begun what their browser session remembers; not to be given twice
   */
  public ProviderOutcome complete(Begun begun, ProviderAnswer answer, Instant now) {
    if (begun.isOver(now) || !begun.isAnsweredBy(answer.state())) {
      return ProviderOutcome.refused(Reason.NOT_ASKED);
    }
    if (answer.code() == null) {
      boolean known = answer.error() != null && ERRORS.contains(answer.error());
      log.info("it answers " + (known ? answer.error() : "no code"));
      return ProviderOutcome.refused(Reason.DECLINED);
    }
    try {
      Identity who = among(conversation -> conversation.redeem(answer, begun, now));
      return begun.confirming() ? confirmed(who, begun) : new Known(who);
    } catch (ProviderAway away) {
      log.warn(away.getMessage());
      return ProviderOutcome.refused(Reason.AWAY);
    } catch (NotBelieved refused) {
      log.warn("not believed: " + refused.getMessage());
      return ProviderOutcome.refused(Reason.NOT_BELIEVED);
    } catch (NotEntitled refused) {
      log.info("somebody is refused: " + refused.getMessage());
      return ProviderOutcome.refused(Reason.NOT_ENTITLED);
    }
  }

  /** Where to sign out there; empty where it has no such address or is away. */
  public Optional<URI> signOut(String idToken, Instant now) {
    return unlessAway(conversation -> conversation.signOut(idToken, now));
  }

  /**
   * What a logout token says; empty when it is not to be believed.
   *
   * @throws ProviderAway when that cannot be told now, since the provider's keys cannot be had
   */
  public Optional<SignOutNotice> readNotice(String logoutToken, Instant now) throws ProviderAway {
    try {
      return Optional.of(among(conversation -> conversation.read(logoutToken, now)));
    } catch (ProviderAway away) {
      log.warn("a logout token cannot be looked at: " + away.getMessage());
      throw away;
    } catch (NotBelieved refused) {
      log.warn("a logout token is not believed: " + refused.getMessage());
      return Optional.empty();
    } catch (NotEntitled impossible) {
      throw new IllegalStateException("a notice entitles nobody", impossible);
    }
  }

  /** The provider may have overlooked what it was asked for. */
  private static ProviderOutcome confirmed(Identity who, Begun begun) {
    Instant earliest = begun.at().minus(ProviderClient.SKEW);
    if (who.authenticatedAt().filter(at -> !at.isBefore(earliest)).isEmpty()) {
      return ProviderOutcome.refused(Reason.NOT_FRESH);
    }
    return who.strong() ? new Known(who) : ProviderOutcome.refused(Reason.NOT_STRONG);
  }

  private synchronized Conversation conversation() {
    if (conversation == null) {
      conversation = new Conversation(settings.client());
    }
    return conversation;
  }
}
