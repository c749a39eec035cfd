/**
 * Forms: their tokens, each carried out once, what was wrong with one, and the one that came too
 * late.
 */
package org.doublelock.web.form;
