/** One act that ends every way into an account. */
package org.doublelock.account.revocation;
