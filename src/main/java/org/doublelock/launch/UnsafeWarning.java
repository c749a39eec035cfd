package org.doublelock.launch;

import java.lang.reflect.Field;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Java 24 and newer print four lines on the terminal when a library first uses the memory access of
 * {@code sun.misc.Unsafe}, as the one below our encryption does (JEP 498). The lines are for that
 * library's makers, and who starts the application can do nothing about them.
 */
final class UnsafeWarning {

  private static final Logger LOG = Logger.getLogger(UnsafeWarning.class.getName());

  private UnsafeWarning() {}

  /**
   * Counts the warning as given. The option that does the same stands before {@code -jar}, where
   * nobody would think of it; a Java machine without the mark goes on as it would have.
   */
  static void countAsGiven() {
    try {
      Field given = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
      given.setAccessible(true);
      given.setBoolean(null, true);
    } catch (ReflectiveOperationException | RuntimeException without) {
      LOG.log(Level.FINE, "this Java has no such mark", without);
    }
  }
}
