/**
 * Unlocking a key for a while: what its owner may choose, the lease that they get, how it ends, and
 * asking them when a program was refused for want of a code.
 */
package org.doublelock.unlocking;
