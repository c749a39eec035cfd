package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.account.session.SignedIn;
import org.doublelock.activity.ActivityLog;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeys;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.unlocking.Leases;

/** What the frame of every page tells once: that a key's first call with its factor came in. */
@Named("firstCalls")
@RequestScoped
public class FirstCalls {

  @Inject private AwaitedCalls awaited;
  @Inject private ApiKeys keys;
  @Inject private SecondFactors factors;
  @Inject private FunctionRegistry functions;
  @Inject private ActionPolicy policy;
  @Inject private Leases leases;
  @Inject private ActivityLog log;
  @Inject private SignedIn person;

  /** The first call of a key that carried its second factor. */
  public record FirstCall(String description, Instant at) {}

  /** Those that came since the last page. */
  public List<FirstCall> take() {
    Map<ApiKeyId, Instant> all = awaited.all();
    if (all.isEmpty()) {
      return List.of();
    }
    // an unlocked key's calls carry no code, and the log does not tell them apart
    leases.open(all.keySet()).keySet().forEach(awaited::forget);
    List<FirstCall> came = new ArrayList<>();
    awaited.all().forEach((key, since) -> first(key, since).ifPresent(came::add));
    return came;
  }

  private Optional<FirstCall> first(ApiKeyId id, Instant since) {
    Optional<ApiKey> key = keys.find(person.account(), id);
    Optional<SecondFactor> factor = factors.of(id);
    if (key.isEmpty() || factor.isEmpty()) {
      awaited.forget(id);
      return Optional.empty();
    }
    Optional<Instant> at = log.firstAccepted(id.value(), since, asked(factor.get()));
    at.ifPresent(told -> awaited.forget(id));
    return at.map(told -> new FirstCall(key.get().description(), told));
  }

  /** The functions whose calls are accepted with that factor alone. */
  private Set<String> asked(SecondFactor factor) {
    return functions.all().stream()
        .filter(function -> function.factorNeed().asks(() -> policy.asks(factor, function.name())))
        .map(PrivateFunction::name)
        .collect(Collectors.toSet());
  }
}
