/** The page of open sessions. */
package org.doublelock.account.session.web;
