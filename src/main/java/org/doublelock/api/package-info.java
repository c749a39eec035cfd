/** The signed private API and the public one, over HTTP: envelope, headers, errors. */
package org.doublelock.api;
