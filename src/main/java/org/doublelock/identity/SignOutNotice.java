package org.doublelock.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * That somebody was signed out at the provider (OpenID Connect Back-Channel Logout 1.0): from one
 * session, or from all where none is named.
 *
 * @param subject there where {@code session} is not
 * @param id of the notice; one that was taken before is not taken again
 * @param goodUntil after which it is refused for its age
 */
public record SignOutNotice(
    String issuer,
    Optional<String> subject,
    Optional<String> session,
    String id,
    Instant goodUntil) {}
