/**
 * A small simulated exchange with real persistence, behind the functions that ship: what its rooms
 * share, and the transaction that each call runs in.
 */
package org.doublelock.sandbox;
