/** The pages that turn two-factor authentication on and off for a key. */
package org.doublelock.secondfactor.web;
