/** Doublelock: two-factor authentication for one API key. One package below this one per room. */
package org.doublelock;
