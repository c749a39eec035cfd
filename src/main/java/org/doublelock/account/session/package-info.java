/**
 * Who is signed in in which browser, for how long, and what is bound to such a session: setups,
 * forms, what the identity provider said.
 */
package org.doublelock.account.session;
