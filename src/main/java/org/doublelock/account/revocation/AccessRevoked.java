package org.doublelock.account.revocation;

import org.doublelock.account.AccountId;

/**
 * Every way into an account that somebody may have opened was ended. Fired as a CDI event in the
 * transaction in which it happens, for the rooms that know of further ones: whoever observes it
 * ends theirs there and then, and fails together with the act.
 */
public record AccessRevoked(AccountId account) {}
