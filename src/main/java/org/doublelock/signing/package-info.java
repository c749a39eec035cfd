/** The signed call: public key and signing secret, nonce, body and signature. The JDK alone. */
package org.doublelock.signing;
