/** Whether the database still has everything that it once told to be stored. Plain JDBC. */
package org.doublelock.history;
