/**
 * Going to the identity provider and coming back: to sign in, to link, to confirm; and its notices.
 */
package org.doublelock.account.provider.web;
