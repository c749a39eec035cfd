package org.doublelock.account.web;

import java.util.Optional;

/**
 * What the status page needs to know of an account.
 *
 * @param keys how many there are
 * @param protectedKeys how many of them have a second factor
 * @param codesLeft how many recovery codes; of no interest without a factor
 * @param codesKept whether the owner has said that they are kept
 * @param mail whether mails are sent here at all
 * @param address where to
 * @param browsers how many are signed in
 */
record AccountState(
    long keys,
    long protectedKeys,
    boolean factor,
    int codesLeft,
    boolean codesKept,
    boolean mail,
    Optional<String> address,
    int browsers) {}
