/** The account holder: the account, signing in, and the fresh confirmation that changes ask for. */
package org.doublelock.account;
