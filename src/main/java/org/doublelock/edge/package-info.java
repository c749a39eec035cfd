/** Where the world reaches this installation, and who in the world is calling it. */
package org.doublelock.edge;
