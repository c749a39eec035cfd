package org.doublelock.server.listener;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.http.ProcessingState;

/** What goes through a listener: what is under way, and since when nothing has come. */
final class Traffic {

  private final Set<ProcessingState> underWay = ConcurrentHashMap.newKeySet();
  private volatile long lastAtNanos = System.nanoTime();
  private volatile boolean ending;

  void began(ProcessingState request) {
    underWay.add(request);
    lastAtNanos = System.nanoTime();
    if (ending) {
      request.setKeepAlive(false);
    }
  }

  void ended(ProcessingState request) {
    lastAtNanos = System.nanoTime();
    underWay.remove(request);
  }

  /** From now on each answer is the last one on its connection, and says so. */
  void end() {
    lastAtNanos = System.nanoTime();
    ending = true;
    underWay.forEach(request -> request.setKeepAlive(false));
  }

  int underWay() {
    return underWay.size();
  }

  /** Whether nothing is under way, came or ended within so long, the call of {@link #end} too. */
  boolean isQuietFor(Duration time) {
    return underWay.isEmpty() && System.nanoTime() - lastAtNanos >= time.toNanos();
  }
}
