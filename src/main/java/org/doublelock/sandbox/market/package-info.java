/** What can be owned and traded on the simulated exchange, and the public functions about it. */
package org.doublelock.sandbox.market;
