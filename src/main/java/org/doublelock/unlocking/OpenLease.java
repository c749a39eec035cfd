package org.doublelock.unlocking;

import java.math.BigDecimal;
import org.doublelock.function.Lease;

/**
 * A lease that is running.
 *
 * @param left what it may still move; meaningless where it has no bound
 * @param uses how many calls it has let through
 */
public record OpenLease(Lease lease, BigDecimal left, long uses) {}
