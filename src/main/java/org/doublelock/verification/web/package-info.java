/** The page on which an owner tests a call without making it. */
package org.doublelock.verification.web;
