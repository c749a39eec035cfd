/** Mail on its way out: queued in the database, composed and sent by a timer, tried again. */
package org.doublelock.mail;
