package org.doublelock.identity;

import java.net.URI;

/**
 * The way to the provider.
 *
 * @param to the address that the browser is to be sent to
 * @param begun what its session is to remember meanwhile
 */
public record Departure(URI to, Begun begun) {}
