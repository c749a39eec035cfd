/**
 * What a timer of the server calls, again and again, whatever becomes of the database meanwhile.
 */
package org.doublelock.schedule;
