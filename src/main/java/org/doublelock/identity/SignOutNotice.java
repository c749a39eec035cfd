package org.doublelock.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * That somebody was signed out at the provider (OpenID Connect Back-Channel Logout 1.0): from one
 * session, or from all where none is named.
 *
 * @param subject there where {@code session} is not
 * @param issuedAt by the provider's clock, in whole seconds; what it said of them before is over
 */
public record SignOutNotice(
    String issuer, Optional<String> subject, Optional<String> session, Instant issuedAt) {}
