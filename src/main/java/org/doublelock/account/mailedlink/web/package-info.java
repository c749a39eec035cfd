/** Whose link somebody follows, for the pages where one leads. */
package org.doublelock.account.mailedlink.web;
