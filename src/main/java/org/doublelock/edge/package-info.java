/**
 * Where the world reaches this installation, who in the world is calling it, and what time it is
 * there.
 */
package org.doublelock.edge;
