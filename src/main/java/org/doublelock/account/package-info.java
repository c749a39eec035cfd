/** The account holder: the account, its name, and what all its rooms stand on. */
package org.doublelock.account;
