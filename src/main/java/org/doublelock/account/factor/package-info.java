/** The account's own second factors: apps, passkeys, recovery codes. */
package org.doublelock.account.factor;
