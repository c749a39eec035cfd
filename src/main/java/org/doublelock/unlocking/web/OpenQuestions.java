package org.doublelock.unlocking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.doublelock.account.session.SignedIn;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyNames;
import org.doublelock.unlocking.UnlockPolicy;
import org.doublelock.unlocking.UnlockRequest;
import org.doublelock.unlocking.UnlockRequests;

/** What the frame of every page asks whoever is signed in. */
@Named("unlockQuestions")
@RequestScoped
public class OpenQuestions {

  @Inject private UnlockRequests requests;
  @Inject private UnlockPolicy policy;
  @Inject private KeyNames keys;
  @Inject private SignedIn person;
  @Inject private Clock clock;

  private ApiKeyId shown;

  /** On the key's own form nothing leads there. */
  void leaveOut(ApiKeyId key) {
    this.shown = key;
  }

  public List<UnlockQuestion> getOpen() {
    if (!policy.asks()) {
      return List.of();
    }
    List<UnlockRequest> open =
        requests.open(person.account(), clock.instant()).stream()
            .filter(asked -> !asked.key().equals(shown))
            .toList();
    Map<UUID, String> names =
        keys.of(person.account(), open.stream().map(asked -> asked.key().value()).toList());
    return open.stream()
        .map(
            asked ->
                new UnlockQuestion(
                    asked.key().toString(),
                    names.get(asked.key().value()),
                    asked.at(),
                    asked.function(),
                    asked.address()))
        .toList();
  }
}
