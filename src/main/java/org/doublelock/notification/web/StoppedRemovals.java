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

  /** What keys are called, by the handles of the links. */
  private final Map<String, String> keys = new LinkedHashMap<>();

  synchronized void forget(@Observes(notifyObserver = Reception.IF_EXISTS) PersonEntered event) {
    keys.clear();
  }

  public synchronized void note(String handle, String key) {
    keys.put(handle, key);
    if (keys.size() > MAX) {
      keys.remove(keys.keySet().iterator().next());
    }
  }

  /**
   * What the key is called.
   *
   * @param handle as the page has sent it; may be null
   */
  public synchronized Optional<String> key(String handle) {
    return Optional.ofNullable(keys.get(handle));
  }
}
