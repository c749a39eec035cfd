package org.doublelock.unlocking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.doublelock.activity.ActivityLog;
import org.doublelock.activity.CallOutcome;
import org.doublelock.activity.LoggedCall;
import org.doublelock.apikey.ApiKey;

/** Where a key's own program calls from, as far as its last calls tell. */
@RequestScoped
public class CallingAddresses {

  private static final int LOOKED_AT = 20;

  private ActivityLog log;

  protected CallingAddresses() {
    // for the CDI proxy
  }

  @Inject
  public CallingAddresses(ActivityLog log) {
    this.log = log;
  }

  /**
   * @param last of the last call with the right signature that was accepted, or refused for want of
   *     a code alone
   * @param accepted of the last call that was accepted
   */
  record Seen(Optional<String> last, Optional<String> accepted) {}

  Seen of(ApiKey key) {
    return new Seen(latest(key, CallOutcome.ANY), latest(key, CallOutcome.ACCEPTED));
  }

  private Optional<String> latest(ApiKey key, CallOutcome outcome) {
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
        .map(LoggedCall::address)
        .filter(address -> !address.isEmpty())
        .filter(address -> key.restrictions().admitAddress(address))
        .findFirst();
  }

  private static boolean isOfTheProgram(LoggedCall call) {
    return call.refusal()
        .filter(reason -> !reason.equals("otp-missing") && !reason.startsWith("lease-"))
        .isEmpty();
  }
}
