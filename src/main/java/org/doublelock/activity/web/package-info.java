/** The pages that show what happened. */
package org.doublelock.activity.web;
