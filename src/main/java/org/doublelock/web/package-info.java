/**
 * The page frame: what every page shares, whatever it is about. Layout, messages, themes, security
 * headers, error pages, and the guard that asks strangers to sign in.
 */
package org.doublelock.web;
