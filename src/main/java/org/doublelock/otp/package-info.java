/** One-time passwords: shared secret, time step, TOTP verifier, provisioning URI, QR picture. */
package org.doublelock.otp;
