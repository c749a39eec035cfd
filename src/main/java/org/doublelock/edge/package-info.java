/**
 * Where the world reaches this installation, who in the world is calling it, what time it is there,
 * and whether its database is there.
 */
package org.doublelock.edge;
