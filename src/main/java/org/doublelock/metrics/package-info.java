/** What an operator watches: counters, durations and gauges, and their text form. */
package org.doublelock.metrics;
