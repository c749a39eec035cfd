/** The pages to sign in on and out, and those that ask for a fresh confirmation. */
package org.doublelock.account.signin.web;
