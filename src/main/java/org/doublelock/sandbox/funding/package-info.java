/** Deposits from and withdrawals to the simulated world, and the functions about them. */
package org.doublelock.sandbox.funding;
