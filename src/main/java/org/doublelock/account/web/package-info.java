/** "Security": what protects an account, and the next step of each thing. */
package org.doublelock.account.web;
