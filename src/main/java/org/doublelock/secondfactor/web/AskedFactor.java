package org.doublelock.secondfactor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.FactorTerms;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.secondfactor.SecondFactors;

/** What the page of a key says of how its second factor is asked for. */
@Named("askedFactor")
@RequestScoped
public class AskedFactor {

  @Inject private SecondFactors factors;
  @Inject private FunctionRegistry functions;
  @Inject private ActionPolicy policy;

  /**
   * @param code whether it is a one-time code
   * @param strict whether each code works for one call only
   * @param asked the actions it is asked on, in words
   * @param never the others; empty where every call asks
   */
  public record Shown(boolean code, boolean strict, String asked, String never) {}

  /** Null while the key has none. */
  public Shown of(ApiKeyId key) {
    return factors.terms(key).map(this::shown).orElse(null);
  }

  private Shown shown(FactorTerms terms) {
    Map<Boolean, List<String>> actions =
        new ActionChoice(functions)
            .all().stream()
                .collect(
                    Collectors.partitioningBy(
                        action -> !policy.appliesSelection() || terms.actions().ask(action)));
    return new Shown(
        terms.method() == SecondFactorMethod.TOTP,
        terms.strictCodes(),
        String.join(", ", actions.get(true)),
        String.join(", ", actions.get(false)));
  }
}
