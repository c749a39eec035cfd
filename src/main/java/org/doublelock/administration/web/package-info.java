/** The operators' pages. To anyone else they do not exist. */
package org.doublelock.administration.web;
