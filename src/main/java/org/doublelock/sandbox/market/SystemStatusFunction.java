package org.doublelock.sandbox.market;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.doublelock.function.Arguments;
import org.doublelock.function.PublicFunction;
import org.doublelock.sandbox.Answer;

/** {@code SystemStatus}: that the exchange is open. */
@Dependent
public class SystemStatusFunction implements PublicFunction {

  @Override
  public String name() {
    return "SystemStatus";
  }

  @Override
  public JsonValue call(Arguments arguments, Instant now) {
    return Answer.object()
        .add("status", "online")
        .add("timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString())
        .build();
  }
}
