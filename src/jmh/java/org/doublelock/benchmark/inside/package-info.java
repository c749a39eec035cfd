/** What is put into a copy of the application to be measured beside it, on the same server. */
package org.doublelock.benchmark.inside;
