package org.doublelock.metrics;

/** A figure that is asked for when it is wanted. Every CDI bean of this type is in the metrics. */
public interface Gauge {

  /** Small letters and underscores, such as {@code doublelock_mails_queued}. */
  String name();

  String help();

  double value();
}
