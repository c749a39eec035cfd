package org.doublelock.schedule;

import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps a scheduled method scheduled, whatever it throws. GlassFish and Payara call a method that
 * threw once more, after five seconds, and drop its timer for good when it throws again; so an
 * outage of the database would end the timer until the next start. The first failure of a bout is a
 * warning in the log, its end is told too; what fails in between is not logged again.
 *
 * <p>For beans without transactions of the container ({@code TransactionManagementType.BEAN}):
 * Payara opens one around a scheduled method whatever its attribute says, and counts one that is
 * rolled back as a method that threw.
 */
public class OutageTolerance {

  private final AtomicBoolean failing = new AtomicBoolean();

  /** Returns null when the method threw: nobody reads what a scheduled method returns. */
  @AroundTimeout
  public Object tolerate(InvocationContext timeout) {
    try {
      Object result = timeout.proceed();
      TimerMetrics.ran(name(timeout));
      if (failing.compareAndSet(true, false)) {
        log(timeout, Level.INFO, "{0} works again", null);
      }
      return result;
    } catch (Throwable failed) { // an Error drops the timer as well
      TimerMetrics.failed(name(timeout));
      boolean first = failing.compareAndSet(false, true);
      log(
          timeout,
          first ? Level.WARNING : Level.FINE,
          "{0} failed and is tried again at its next time",
          failed);
      return null;
    }
  }

  private static void log(InvocationContext timeout, Level level, String text, Throwable failed) {
    Logger logger = Logger.getLogger(timeout.getMethod().getDeclaringClass().getName());
    if (logger.isLoggable(level)) {
      logger.log(level, text.replace("{0}", name(timeout)), failed);
    }
  }

  private static String name(InvocationContext timeout) {
    Method method = timeout.getMethod();
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
