package org.doublelock.verification;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.doublelock.policy.DemandedFactors;

/**
 * The protocol's checks in its order, from the second on (the first, {@link CallBody#parse}, makes
 * the call one that can be checked). Calls and tests of a key both run this list; the row is what
 * differs.
 */
final class Checks {

  private static final List<Function<CheckedCall, Optional<Refusal>>> BEFORE_THE_ROW =
      List.of(
          CheckedCall::keyRefusal, // 2
          refuse(Refusal.MALFORMED_NONCE, call -> call.sentNonce().isEmpty()), // 3
          refuse(Refusal.WRONG_SIGNATURE, call -> !call.isSigned())); // 4

  private static final Function<CheckedCall, Optional<Refusal>> FUNCTION =
      refuse(Refusal.UNKNOWN_FUNCTION, call -> call.function().isEmpty()); // 9

  private static final Function<CheckedCall, Optional<Refusal>> PERMISSION =
      refuse(
          Refusal.NO_PERMISSION,
          call -> !call.function().get().access().admits(call.key().permissions())); // 10

  private final RowChecks rowChecks;
  private final List<Function<CheckedCall, Optional<Refusal>>> afterTheRow;

  /**
   * @param demanded what permissions ask of the key; where that is nothing, no call is held up
   */
  Checks(RowChecks rowChecks, DemandedFactors demanded) {
    this.rowChecks = rowChecks;
    this.afterTheRow =
        demanded.isOn()
            ? List.of(FUNCTION, refuse(Refusal.FACTOR_REQUIRED, isRefusedBy(demanded)), PERMISSION)
            : List.of(FUNCTION, PERMISSION);
  }

  /** 10 too: without its second factor the key's permissions open nothing. */
  private static Predicate<CheckedCall> isRefusedBy(DemandedFactors demanded) {
    return call ->
        demanded.refuses(
            call.key().permissions(),
            call.key().secondFactor().map(factor -> factor.actions().ticked()),
            call.now());
  }

  /** Up to the row's own decision nothing is written. */
  Outcome run(CheckedCall call, DecidingRow row) throws SQLException {
    Optional<Refusal> early = first(BEFORE_THE_ROW, call);
    if (early.isPresent()) {
      return new Outcome.RefusedUnasked(early.get());
    }
    Outcome decided = rowChecks.run(call, row); // 5 to 7
    if (!(decided instanceof Outcome.Passed)) {
      return decided;
    }
    if (!row.countCall(call)) { // 8
      return Outcome.refused(Refusal.RATE_EXCEEDED);
    }
    return first(afterTheRow, call).map(Outcome::refused).orElse(decided);
  }

  private static Optional<Refusal> first(
      List<Function<CheckedCall, Optional<Refusal>>> checks, CheckedCall call) {
    for (Function<CheckedCall, Optional<Refusal>> check : checks) {
      Optional<Refusal> refusal = check.apply(call);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Function<CheckedCall, Optional<Refusal>> refuse(
      Refusal reason, Predicate<CheckedCall> unfit) {
    Optional<Refusal> refusal = Optional.of(reason);
    return call -> unfit.test(call) ? refusal : Optional.empty();
  }
}
