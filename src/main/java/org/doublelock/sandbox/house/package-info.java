/**
 * What happens on the exchange by itself: the house moves the markets, files are written, time
 * passes.
 */
package org.doublelock.sandbox.house;
