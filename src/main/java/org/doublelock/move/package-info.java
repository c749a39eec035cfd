/**
 * Moving an installation's data from the embedded database to PostgreSQL: every table that the
 * embedded one has, row by row, and compared row by row afterwards. Plain JDBC; what a person is
 * told goes to a {@link Report}.
 */
package org.doublelock.move;
