/** The filters around each page: headers, threads, and the guard that asks strangers to sign in. */
package org.doublelock.web.frame;
