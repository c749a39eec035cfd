/**
 * What an operator watches: what other rooms counted, and its text form. Counting is the JDK's; the
 * library is asked when somebody reads.
 */
package org.doublelock.metrics;
