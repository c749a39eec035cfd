/** What pages say: texts and times, in the page's language. */
package org.doublelock.web.message;
