package org.doublelock.metrics;

import java.util.List;

/** What a room shows an operator. Every CDI bean of this type is among the metrics. */
public interface Measured {

  /** Asked for once; the figures themselves are read anew each time. */
  List<Metric> metrics();
}
