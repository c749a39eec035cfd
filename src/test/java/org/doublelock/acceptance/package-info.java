/**
 * The application from outside, as people and programs meet it: over HTTP and in a real browser.
 */
package org.doublelock.acceptance;
