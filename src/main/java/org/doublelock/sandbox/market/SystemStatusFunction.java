package org.doublelock.sandbox.market;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.doublelock.function.Arguments;
import org.doublelock.sandbox.UnsignedFunction;

/** {@code SystemStatus}: that the exchange is open. */
@Dependent
public class SystemStatusFunction extends UnsignedFunction<SystemStatusFunction.Result> {

  record Result(String status, String timestamp) {}

  public SystemStatusFunction() {
    super("SystemStatus");
  }

  @Override
  protected Result answer(Arguments arguments, Instant now) {
    return new Result("online", now.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
