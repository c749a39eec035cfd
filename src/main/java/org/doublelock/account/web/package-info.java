/** The pages around the account: signing in and out, confirming, the security overview. */
package org.doublelock.account.web;
