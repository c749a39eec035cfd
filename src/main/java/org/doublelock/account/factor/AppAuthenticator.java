package org.doublelock.account.factor;

import java.time.Instant;
import java.util.UUID;

/**
 * An authenticator app that signs its account in.
 *
 * @param lastUse null when it was never used since it was added
 */
public record AppAuthenticator(UUID id, String name, Instant since, Instant lastUse) {}
