package org.doublelock.account;

import org.doublelock.otp.SharedSecret;

/** An app being added: what it is called, and the secret that it has to take over. */
public record AuthenticatorSetup(String name, SharedSecret secret, boolean replaces) {}
