/** Offers that earn, of which there are none here: the functions about them answer so. */
package org.doublelock.sandbox.earn;
