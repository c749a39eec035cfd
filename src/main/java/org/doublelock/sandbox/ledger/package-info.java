/** The double-entry ledger: who owns what, every movement of it, and the functions that show it. */
package org.doublelock.sandbox.ledger;
