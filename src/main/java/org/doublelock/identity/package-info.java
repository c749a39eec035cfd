/**
 * The deployment's own identity provider (OpenID Connect): what is asked of it, and what has to
 * hold of its answers before they are believed. Knows nothing of accounts.
 */
package org.doublelock.identity;
