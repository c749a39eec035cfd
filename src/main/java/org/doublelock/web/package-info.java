/**
 * The page frame: what every page shares, whatever it is about. In here what the rest of it stands
 * on: paths, and what a browser session keeps between two pages.
 */
package org.doublelock.web;
