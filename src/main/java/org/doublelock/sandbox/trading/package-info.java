/** Orders and trades: the order books, how orders match, and the functions about them. */
package org.doublelock.sandbox.trading;
