/** Start-up: configuration, the data source, the schema migration and the first account. */
package org.doublelock.server;
