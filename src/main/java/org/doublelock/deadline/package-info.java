/** How long one piece of work may wait for the database, all its waits together. Plain Java. */
package org.doublelock.deadline;
