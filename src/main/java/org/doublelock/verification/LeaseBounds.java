package org.doublelock.verification;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.edge.AddressRange;
import org.doublelock.function.Arguments;
import org.doublelock.function.Lease;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction;
import org.doublelock.unlocking.LeaseAmounts;

/**
 * Whether a call without a code lies within its key's lease, as far as the call itself tells. Until
 * when the lease is, and what is left of its amount, the row says.
 */
final class LeaseBounds {

  /** For so long the owner is told that the lease was over, and later that the code was missing. */
  private static final Duration NEWS = Duration.ofDays(1);

  private LeaseBounds() {}

  /**
   * @return {@link FactorCheck.Leased}, or {@link FactorCheck.Missing} with what the owner is told
   */
  static FactorCheck check(CheckedCall call) {
    Instant now = call.now();
    if (call.key().lease().filter(last -> now.isBefore(last.until().plus(NEWS))).isEmpty()) {
      return new FactorCheck.Missing(Refusal.OTP_MISSING);
    }
    Lease lease = call.key().lease().get();
    if (!lease.actions().contains(call.sent().function()) || call.function().isEmpty()) {
      return outside(lease, Refusal.LEASE_NOT_FOR_ACTION, now);
    }
    if (!admits(lease, call.sent().callerAddress())) {
      return outside(lease, Refusal.LEASE_NOT_FROM_ADDRESS, now);
    }
    Optional<BigDecimal> amount = amount(lease, call.body(), call.function().get());
    return amount.isPresent()
        ? new FactorCheck.Leased(new LeaseUse(1, amount.get()))
        : outside(lease, Refusal.LEASE_SPENT, now);
  }

  /** Of a lease that is over, nobody wants to know what it was for. */
  private static FactorCheck outside(Lease lease, Refusal reason, Instant now) {
    return new FactorCheck.Missing(now.isBefore(lease.until()) ? reason : Refusal.LEASE_OVER);
  }

  private static boolean admits(Lease lease, String caller) {
    return lease.address().isEmpty()
        || lease.address().get().equals(caller)
        || new AddressRange(lease.address().get()).contains(caller);
  }

  /**
   * What the call takes from the bound; empty where it cannot be told, or not in the bound's
   * currency. With a field that is there twice it cannot: another reader may take the other one.
   * How exact the reader behind a gateway is about names nobody here knows.
   */
  private static Optional<BigDecimal> amount(Lease lease, CallBody body, PrivateFunction function) {
    Optional<Measure> measure = function.measure();
    if (lease.bound().isEmpty() || measure.isEmpty()) {
      return Optional.of(BigDecimal.ZERO);
    }
    boolean twice = function.server().isPresent() ? body.isAmbiguous() : body.isRepetitive();
    if (!measure.get().currency().equals(lease.bound().get().currency()) || twice) {
      return Optional.empty();
    }
    return measure.get().of(new Arguments(body.arguments())).map(LeaseAmounts::taken);
  }
}
