package org.doublelock.account.factor;

import java.time.Instant;
import java.util.UUID;

/**
 * An app or a passkey that signs its account in.
 *
 * @param lastUse null when it was never used since it was added
 */
public record KeptFactor(UUID id, String name, Instant since, Instant lastUse) {}
