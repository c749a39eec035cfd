/**
 * A key's second factor, an authenticator app or a password, and its enrolment: the wizard's state
 * and rules.
 */
package org.doublelock.secondfactor;
