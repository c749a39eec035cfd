/**
 * The self-contained jar's way in: reads the settings, starts the server in this process, says when
 * it is ready.
 */
package org.doublelock.launch;
