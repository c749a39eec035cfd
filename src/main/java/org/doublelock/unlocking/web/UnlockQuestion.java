package org.doublelock.unlocking.web;

import java.time.Instant;

/** A call that was refused for want of a code, as a page asks its key's owner about it. */
public record UnlockQuestion(
    String key, String description, Instant at, String function, String address) {}
