package org.doublelock.notification.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.session.PersonEntered;

/**
 * Which key's second factor each link left on that was followed here. The link itself is used up
 * when the page says so.
 */
@SessionScoped
class StoppedRemovals implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A session is to hold no more. */
  private static final int MAX = 8;

  private final Map<String, Stopped> keys = new LinkedHashMap<>();

  /**
   * What a key is called.
   *
   * @param own whether it is of the account that was signed in then
   */
  public record Stopped(String key, boolean own) implements Serializable {}

  synchronized void forget(@Observes(notifyObserver = Reception.IF_EXISTS) PersonEntered event) {
    keys.clear();
  }

  public synchronized void note(String handle, Stopped key) {
    keys.put(handle, key);
    if (keys.size() > MAX) {
      keys.remove(keys.keySet().iterator().next());
    }
  }

  /**
   * The key of a link.
   *
   * @param handle as the page has sent it; may be null
   */
  public synchronized Optional<Stopped> key(String handle) {
    return Optional.ofNullable(keys.get(handle));
  }
}
