/** The pages on which somebody opens an account. */
package org.doublelock.account.registration.web;
