package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.doublelock.account.session.PersonEntered;
import org.doublelock.apikey.ApiKeyId;

/**
 * The keys that got a second factor in this session, and whose first call with it is to be told.
 */
@SessionScoped
public class AwaitedCalls implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<UUID, Instant> since = new HashMap<>();

  synchronized void forget(@Observes(notifyObserver = Reception.IF_EXISTS) PersonEntered event) {
    since.clear();
  }

  synchronized void await(ApiKeyId key, Instant from) {
    since.put(key.value(), from);
  }

  synchronized void forget(ApiKeyId key) {
    since.remove(key.value());
  }

  synchronized Map<ApiKeyId, Instant> all() {
    Map<ApiKeyId, Instant> all = new HashMap<>();
    since.forEach((key, from) -> all.put(new ApiKeyId(key), from));
    return all;
  }
}
