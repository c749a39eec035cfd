/** Links in mails: what each may do, once and for a while. */
package org.doublelock.account.mailedlink;
