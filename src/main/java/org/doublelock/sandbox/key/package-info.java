/** The functions about the calling key itself. */
package org.doublelock.sandbox.key;
