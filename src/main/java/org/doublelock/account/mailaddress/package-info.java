/** The mail address of an account, and how its holder shows that it is theirs. */
package org.doublelock.account.mailaddress;
