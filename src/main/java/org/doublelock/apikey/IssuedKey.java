package org.doublelock.apikey;

import org.doublelock.signing.SigningSecret;

/** A key just made or rolled, with its secret: the one time that the secret can be shown. */
public record IssuedKey(ApiKey key, SigningSecret secret) {}
