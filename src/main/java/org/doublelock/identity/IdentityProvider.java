package org.doublelock.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.identity.ProviderOutcome.Known;
import org.doublelock.identity.ProviderOutcome.Reason;

/**
 * Asks the deployment's own identity provider who somebody is, by the authorization code flow of
 * OpenID Connect with PKCE. Nothing is asked of it, and no library loaded for it, before somebody
 * wants to sign in with it. What it answers goes to the log without tokens and codes.
 */
@ApplicationScoped
public class IdentityProvider {

  private static final Logger LOG = Logger.getLogger(IdentityProvider.class.getName());
  private static final Duration SKEW = Duration.ofSeconds(60);

  private ProviderSettings settings;
  private Conversation conversation;

  protected IdentityProvider() {
    // for the CDI proxy
  }

  @Inject
  public IdentityProvider(ProviderSettings settings) {
    this.settings = settings;
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
    try {
      return Optional.of(conversation().begin(confirming, language, now));
    } catch (ProviderAway away) {
      log(away);
      return Optional.empty();
    }
  }

  /**
   * Who somebody is, after they came back.
   *
   * @param begun what their browser session remembers; not to be given twice
   */
  public ProviderOutcome complete(Optional<Begun> begun, ProviderAnswer answer, Instant now) {
    if (begun.isEmpty() || begun.get().isOver(now) || !begun.get().state().equals(answer.state())) {
      return ProviderOutcome.refused(Reason.NOT_ASKED);
    }
    try {
      if (!isOurs(answer, now)) {
        LOG.warning("identity provider: an answer comes from " + answer.issuer());
        return ProviderOutcome.refused(Reason.NOT_BELIEVED);
      }
      if (answer.code() == null) {
        LOG.info("identity provider: it answers " + answer.error());
        return ProviderOutcome.refused(Reason.DECLINED);
      }
      Identity who = conversation().redeem(answer.code(), begun.get(), now);
      return begun.get().confirming() ? confirmed(who, begun.get()) : new Known(who);
    } catch (ProviderAway away) {
      log(away);
      return ProviderOutcome.refused(Reason.AWAY);
    } catch (NotBelieved refused) {
      LOG.warning("identity provider: not believed: " + refused.getMessage());
      return ProviderOutcome.refused(Reason.NOT_BELIEVED);
    }
  }

  /** Where to sign out there; empty where it has no such address or is away. */
  public Optional<URI> signOut(String idToken, Instant now) {
    try {
      return conversation().signOut(idToken, now);
    } catch (ProviderAway away) {
      log(away);
      return Optional.empty();
    }
  }

  /** What a logout token says; empty when it is not to be believed. */
  public Optional<SignOutNotice> readNotice(String logoutToken, Instant now) {
    try {
      return Optional.of(conversation().read(logoutToken, now));
    } catch (ProviderAway away) {
      log(away);
      return Optional.empty();
    } catch (NotBelieved refused) {
      LOG.warning("identity provider: a logout token is not believed: " + refused.getMessage());
      return Optional.empty();
    }
  }

  /** Against mixing providers up (RFC 9207). */
  private boolean isOurs(ProviderAnswer answer, Instant now) throws ProviderAway {
    return answer.issuer() == null
        ? !conversation().namesItself(now)
        : answer.issuer().equals(settings.client().issuer());
  }

  /** The provider may have overlooked what it was asked for. */
  private static ProviderOutcome confirmed(Identity who, Begun begun) {
    Instant earliest = begun.at().minus(SKEW);
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

  private static void log(ProviderAway away) {
    LOG.log(Level.WARNING, "identity provider: {0}", away.getMessage());
  }
}
