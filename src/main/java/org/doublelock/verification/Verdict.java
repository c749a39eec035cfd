package org.doublelock.verification;

import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.Lease;
import org.doublelock.function.PrivateFunction;

/** What the verification of a call came to. */
public sealed interface Verdict {

  /**
   * The call is genuine, new and allowed; its nonce is spent. It may be performed, once.
   *
   * @param lease the lease that stood in for the second factor, if one did
   */
  record Accepted(
      PrivateFunction function, FunctionCaller caller, Arguments arguments, Optional<Lease> lease)
      implements Verdict {}

  /** The call may not be performed. */
  record Refused(Refusal reason) implements Verdict {}
}
