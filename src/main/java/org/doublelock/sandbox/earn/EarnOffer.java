package org.doublelock.sandbox.earn;

import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;

/** The strategies that are on offer: none, so that whichever is named is unknown. */
final class EarnOffer {

  private EarnOffer() {}

  static FunctionFailure refusal(Arguments arguments) {
    arguments.required("strategy_id");
    return new FunctionFailure("EGeneral:Invalid arguments:Invalid strategy ID");
  }
}
