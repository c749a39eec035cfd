package org.doublelock.unlocking;

import java.time.Instant;
import org.doublelock.apikey.ApiKeyId;

/** The first call of a bout that was refused for want of a code, which the owner is asked about. */
public record UnlockRequest(ApiKeyId key, Instant at, String function, String address) {}
