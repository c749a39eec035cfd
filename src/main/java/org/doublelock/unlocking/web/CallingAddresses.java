package org.doublelock.unlocking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.doublelock.activity.ActivityLog;
import org.doublelock.activity.CallOutcome;
import org.doublelock.activity.LoggedCall;
import org.doublelock.apikey.ApiKey;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.SecondFactor;

/** Where a key's own program calls from, as far as its last calls tell. */
@RequestScoped
public class CallingAddresses {

  private static final int LOOKED_AT = 20;

  private ActivityLog log;
  private FunctionRegistry functions;
  private ActionPolicy policy;

  protected CallingAddresses() {
    // for the CDI proxy
  }

  @Inject
  public CallingAddresses(ActivityLog log, FunctionRegistry functions, ActionPolicy policy) {
    this.log = log;
    this.functions = functions;
    this.policy = policy;
  }

  /**
   * @param accepted of the last call that was accepted where the key's factor is asked for: with
   *     it, or while the key was unlocked
   * @param asked of the last call with the right signature, where that proves no more than the
   *     secret and came from elsewhere
   */
  record Seen(Optional<String> accepted, Optional<String> asked) {

    /**
     * What the form suggests. Who has the secret alone must not choose it: {@link #asked} is never
     * suggested. Without an accepted call it is the browser's address, where the owner sits, rather
     * than nothing: whoever has to choose may choose what was asked for last.
     */
    String suggested(String here, boolean limited) {
      return accepted.orElse(limited ? UnlockForm.ANYWHERE : here);
    }
  }

  Seen of(ApiKey key, SecondFactor factor) {
    Optional<String> accepted =
        calls(key, CallOutcome.ACCEPTED)
            .filter(call -> isProof(call, factor))
            .map(LoggedCall::address)
            .findFirst();
    Optional<String> asked =
        calls(key, CallOutcome.ANY)
            .findFirst()
            .filter(call -> !isProof(call, factor))
            .map(LoggedCall::address)
            .filter(address -> !accepted.equals(Optional.of(address)));
    return new Seen(accepted, asked);
  }

  private Stream<LoggedCall> calls(ApiKey key, CallOutcome outcome) {
    return log
        .calls(
            key.owner().value(),
            Optional.of(key.id().value()),
            outcome,
            Optional.empty(),
            LOOKED_AT)
        .shown()
        .stream()
        .filter(CallingAddresses::isOfTheProgram)
        .filter(call -> !call.address().isEmpty())
        .filter(call -> key.restrictions().admitAddress(call.address()));
  }

  private static boolean isOfTheProgram(LoggedCall call) {
    return call.refusal()
        .filter(reason -> !reason.equals("otp-missing") && !reason.startsWith("lease-"))
        .isEmpty();
  }

  /** Whether it took more than the secret: locking a key, for one, takes no code. */
  private boolean isProof(LoggedCall call, SecondFactor factor) {
    return call.refusal().isEmpty()
        && !call.at().isBefore(factor.since())
        && functions
            .find(call.function())
            .filter(called -> called.factorNeed().asks(() -> policy.asks(factor, called.name())))
            .isPresent();
  }
}
