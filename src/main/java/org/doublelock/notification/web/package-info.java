/** The pages behind the links in mails, and in a demo the mails themselves. */
package org.doublelock.notification.web;
