/** Another password for an account: by its holder, by mail, by an operator. */
package org.doublelock.account.password;
