package org.doublelock.account.provider.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import org.doublelock.account.BearerToken;
import org.doublelock.account.provider.ProviderPerson;
import org.doublelock.account.session.PersonEntered;
import org.doublelock.identity.Begun;
import org.doublelock.identity.Departure;
import org.doublelock.web.form.EndedSession;

/** What somebody went to the identity provider for in this browser session. */
@SessionScoped
public class PendingProvider implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Duration OFFERED_FOR = Duration.ofMinutes(10);

  /** In so many windows of one browser somebody may be on their way there. */
  private static final int MAX = 5;

  /** The newest last. */
  private final ArrayDeque<Asked> asked = new ArrayDeque<>();

  private Linkable linkable;

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
   * @param next where the person wants to go then; null where they did not say
   * @param waiting the form that is to be shown to them again; null where there is none
   */
  public record Errand(
      Purpose purpose, Begun begun, String person, String next, EndedSession.Form waiting)
      implements Serializable {

    Optional<EndedSession.Form> form() {
      return Optional.ofNullable(waiting);
    }
  }

  /** A question, and where the browser is to go with it. */
  private record Asked(Errand errand, URI address) implements Serializable {}

  /**
   * Whom the account can be linked to, if its holder says that it is them.
   *
   * @param session the signed-in session that asks
   * @param until when it is to be asked anew
   */
  private record Linkable(ProviderPerson who, String session, Instant until)
      implements Serializable {}

  synchronized void forget(@Observes(notifyObserver = Reception.IF_EXISTS) PersonEntered event) {
    asked.clear();
    linkable = null;
  }

  /** Keeps who came back, until the account's holder has said that it is them. */
  synchronized void offer(ProviderPerson who, BearerToken session, Instant now) {
    linkable = new Linkable(who, session.hash(), now.plus(OFFERED_FOR));
  }

  /** Who that is, for the session that asked. */
  synchronized Optional<ProviderPerson> offered(BearerToken session, Instant now) {
    return Optional.ofNullable(linkable)
        .filter(one -> one.session().equals(session.hash()) && now.isBefore(one.until()))
        .map(Linkable::who);
  }

  /**
   * The same, if it is whom the page has shown: another tab may have been offered another.
   *
   * @param mark whose page it is, as its form has sent it; may be null, and then it is nobody's
   */
  synchronized Optional<ProviderPerson> offered(String mark, BearerToken session, Instant now) {
    return offered(session, now).filter(who -> who.mark().equals(mark));
  }

  /**
   * Offers that person no more; whoever was offered since stays so.
   *
   * @param mark as the form has sent it; may be null
   */
  synchronized void withdrawOffer(String mark) {
    if (linkable != null && linkable.who().mark().equals(mark)) {
      linkable = null;
    }
  }

  synchronized void begin(
      Purpose purpose,
      Departure departure,
      Optional<BearerToken> session,
      String next,
      Optional<EndedSession.Form> form) {
    if (asked.size() == MAX) {
      asked.removeFirst();
    }
    Errand errand =
        new Errand(
            purpose,
            departure.begun(),
            session.map(BearerToken::hash).orElse(null),
            next,
            form.orElse(null));
    asked.addLast(new Asked(errand, departure.to()));
  }

  /**
   * The question that has that state: it is answered once. An answer to another question leaves it,
   * as anybody can make one.
   */
  synchronized Optional<Errand> take(String state) {
    Optional<Asked> taken =
        asked.stream().filter(each -> each.errand().begun().isAnsweredBy(state)).findFirst();
    taken.ifPresent(asked::remove);
    return taken.map(Asked::errand);
  }

  /** Where the browser is to go with the newest question, until there is an answer. */
  synchronized Optional<URI> address() {
    return Optional.ofNullable(asked.peekLast()).map(Asked::address);
  }
}
