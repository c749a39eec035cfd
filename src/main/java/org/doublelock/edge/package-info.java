/**
 * Where the world reaches this installation, who in the world is calling it, what time it is there,
 * whether its database is there, and by what words it knows our constants.
 */
package org.doublelock.edge;
