/** The pages of an account's mail address. */
package org.doublelock.account.mailaddress.web;
