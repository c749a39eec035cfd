package org.doublelock.account;

import java.time.Instant;
import org.doublelock.otp.SharedSecret;

/** An app being added: what it is called, and the secret that it was given then. */
public record AuthenticatorSetup(
    String name, SharedSecret secret, Instant given, boolean replaces) {}
