package org.doublelock.launch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * SIGTERM, as whatever supervises the process sends it. By itself it would begin all shutdown hooks
 * at once, of which one is the server's own and takes the application away from under the calls.
 */
final class Termination {

  private static final Logger LOG = Logger.getLogger(Termination.class.getName());
  private static final int STATUS = 128 + 15;

  private Termination() {}

  /** Whether this process is ending already: what fails meanwhile fails for that reason. */
  static boolean isUnderWay() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      return !Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException ending) {
      return true;
    }
  }

  /**
   * Has SIGTERM do this first and then end the process; a second one ends it at once. By
   * reflection, since what handles signals is in each Java and in no standard. Where it is not, or
   * is switched off ({@code -Xrs}), a process ends as it would have.
   */
  static void precededBy(Runnable leaving) {
    AtomicBoolean told = new AtomicBoolean();
    InvocationHandler ours =
        (proxy, method, arguments) -> {
          if (!method.getName().equals("handle")) {
            return method.invoke(told, arguments);
          }
          try {
            if (told.compareAndSet(false, true)) {
              leaving.run();
            }
          } finally {
            System.exit(STATUS);
          }
          return null;
        };
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      signal
          .getMethod("handle", signal, handler)
          .invoke(
              null,
              signal.getConstructor(String.class).newInstance("TERM"),
              Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, ours));
    } catch (ReflectiveOperationException without) {
      LOG.log(Level.INFO, "an end is not preceded by notice on this Java", without);
    }
  }
}
