package org.doublelock.account.factor;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.otp.SharedSecret;

/**
 * An app being added: what it is called, and the secret that it has to take over.
 *
 * @param replaced the app whose place it takes
 * @param triesLeft how many wrong codes may still follow, the one that ends it included
 * @param begun when, which tells it from one that was begun anew
 */
public record AuthenticatorSetup(
    String name, SharedSecret secret, Optional<UUID> replaced, int triesLeft, Instant begun) {}
