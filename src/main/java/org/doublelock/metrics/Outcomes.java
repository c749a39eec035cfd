package org.doublelock.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;

/**
 * How often something came out in which way, since the start of this node. Cheap enough for every
 * call: no lock, no allocation.
 */
public final class Outcomes {

  private final Map<String, LongAdder> counted = new ConcurrentHashMap<>();

  /**
   * @param all every outcome that there is. Each is shown from the start, at 0: of one that appears
   *     with its first time, nobody sees that it grew
   */
  public Outcomes(Stream<String> all) {
    all.forEach(outcome -> counted.put(outcome, new LongAdder()));
  }

  public Outcomes(String... all) {
    this(Stream.of(all));
  }

  /** One that was not named before is counted too. */
  public void count(String outcome) {
    LongAdder times = counted.get(outcome);
    if (times == null) {
      times = counted.computeIfAbsent(outcome, name -> new LongAdder());
    }
    times.increment();
  }

  /** How often so far. */
  public long times(String outcome) {
    LongAdder times = counted.get(outcome);
    return times == null ? 0 : times.sum();
  }

  void forEach(ObjLongConsumer<String> reader) {
    counted.forEach((outcome, times) -> reader.accept(outcome, times.sum()));
  }
}
