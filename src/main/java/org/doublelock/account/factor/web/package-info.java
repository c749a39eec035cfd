/** The pages on which second factors are added, renamed and removed. */
package org.doublelock.account.factor.web;
