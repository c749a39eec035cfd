/** What a person sees when a page fails. */
package org.doublelock.web.failure;
