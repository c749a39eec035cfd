/** How pages look: themes, and the files that pages are made of. */
package org.doublelock.web.look;
