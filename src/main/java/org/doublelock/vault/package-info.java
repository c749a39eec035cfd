/** Secrets at rest: authenticated encryption bound to a row, key rotation, password hashing. */
package org.doublelock.vault;
