/**
 * How accounts are opened: by oneself, by a first sign-in at the identity provider, by the
 * configuration.
 */
package org.doublelock.account.registration;
