package org.doublelock.account.session;

/**
 * Somebody signs in in this browser session, which may have been another's: whatever pages keep in
 * a session for its person is forgotten, before the first page of the new one.
 */
public record PersonEntered() {}
