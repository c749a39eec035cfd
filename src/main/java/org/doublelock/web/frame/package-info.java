/** The filters around each page: headers, threads, and the guard that has people sign in. */
package org.doublelock.web.frame;
