/**
 * Signing in, and the fresh confirmation that changes ask for: password, second factor, bounded
 * guessing.
 */
package org.doublelock.account.signin;
