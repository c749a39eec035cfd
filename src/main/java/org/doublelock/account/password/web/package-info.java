/** The pages on which a password is chosen, known or forgotten. */
package org.doublelock.account.password.web;
