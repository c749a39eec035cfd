package org.doublelock.sandbox.trading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;

/** The time after which a call is not to take effect. */
final class Deadline {

  private Deadline() {}

  /**
   * @throws FunctionFailure {@code EService:Deadline elapsed}; {@code EGeneral:Invalid
   *     arguments:deadline}
   */
  static void refuseLate(Arguments arguments, Instant now) {
    if (arguments.read("deadline", Deadline::read).filter(now::isAfter).isPresent()) {
      throw new FunctionFailure("EService:Deadline elapsed");
    }
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
