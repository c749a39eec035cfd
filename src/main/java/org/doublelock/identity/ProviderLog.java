package org.doublelock.identity;

import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What goes wrong with the provider, for its operator. Unauthenticated callers can cause it and
 * choose some of its words: so each entry is one short line, and there are only so many in a
 * minute.
 */
final class ProviderLog {

  static final int MAX_IN_A_MINUTE = 20;
  static final int LONGEST = 200;

  private static final Logger LOG = Logger.getLogger(IdentityProvider.class.getName());

  private long since = System.nanoTime();
  private int written;
  private int left;

  void warn(String what) {
    write(Level.WARNING, what);
  }

  void info(String what) {
    write(Level.INFO, what);
  }

  private synchronized void write(Level level, String what) {
    if (System.nanoTime() - since >= TimeUnit.MINUTES.toNanos(1)) {
      if (left > 0) {
        LOG.log(Level.WARNING, "identity provider: {0} more like these", left);
      }
      since = System.nanoTime();
      written = 0;
      left = 0;
    }
    if (written < MAX_IN_A_MINUTE) {
      written++;
      LOG.log(level, "identity provider: {0}", line(what));
    } else {
      left++;
    }
  }

  private static String line(String text) {
    String shortened = text.substring(0, Math.min(text.length(), LONGEST));
    return shortened.replaceAll("[^ -~]", "?");
  }
}
