package org.doublelock.account;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.io.Serializable;
import java.net.URI;
import java.util.Optional;
import org.doublelock.identity.Begun;
import org.doublelock.identity.Departure;

/** What somebody went to the identity provider for in this browser session. */
@SessionScoped
public class PendingProvider implements Serializable {

  private static final long serialVersionUID = 1L;

  private Errand errand;
  private URI address;

  /** What for. */
  public enum Purpose {
    SIGN_IN,
    LINK,
    CONFIRM
  }

  /**
   * A question that is still to be answered.
   *
   * @param person the signed-in session that asks; null where nobody is signed in by it
   * @param next where the person wants to go then, still to be checked; may be null
   */
  public record Errand(Purpose purpose, Begun begun, String person, String next)
      implements Serializable {}

  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) PersonEntered event) {
    errand = null;
    address = null;
  }

  public synchronized void begin(
      Purpose purpose, Departure departure, Optional<BearerToken> session, String next) {
    errand =
        new Errand(purpose, departure.begun(), session.map(BearerToken::hash).orElse(null), next);
    address = departure.to();
  }

  /** Only the way there: nobody is expected back. */
  public synchronized void leaveFor(URI there) {
    errand = null;
    address = there;
  }

  /** The question, for whom it is asked now: it is answered once. */
  public synchronized Optional<Errand> take() {
    Optional<Errand> taken = Optional.ofNullable(errand);
    errand = null;
    return taken;
  }

  /** Where the browser is to go, once. */
  public synchronized Optional<URI> takeAddress() {
    Optional<URI> taken = Optional.ofNullable(address);
    address = null;
    return taken;
  }
}
