/** The help: topics, errors, functions, and finding them. */
package org.doublelock.web.help;
