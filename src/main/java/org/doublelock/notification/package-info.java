/** What account holders are told by mail, and what the links in those mails do. */
package org.doublelock.notification;
