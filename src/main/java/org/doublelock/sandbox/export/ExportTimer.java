package org.doublelock.sandbox.export;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.sandbox.Exchange;
import org.doublelock.schedule.OutageTolerance;

/**
 * Writes the files that were asked for, and removes old ones. Beside the exchange's own timer: a
 * file may take long, and what is due there is due within seconds.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class ExportTimer {

  @Inject private Exchange exchange;
  @Inject private FunctionRegistry functions;
  @Inject private Clock clock;

  public ExportTimer() {
    // for the container
  }

  ExportTimer(Exchange exchange, FunctionRegistry functions, Clock clock) {
    this.exchange = exchange;
    this.functions = functions;
    this.clock = clock;
  }

  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false, timezone = "UTC")
  public void write() {
    if (functions.all().stream().anyMatch(AddExportFunction.class::isInstance)) {
      Exports.writeNext(exchange, clock.instant());
    }
  }

  /** Whether or not anybody asks for a file. */
  @Schedule(hour = "*", minute = "17", persistent = false, timezone = "UTC")
  public void forget() {
    Exports.forget(exchange, clock.instant());
  }
}
