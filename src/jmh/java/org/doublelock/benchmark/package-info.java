/** How fast signed calls are, side by side with what the same machine does without them. */
package org.doublelock.benchmark;
