/** The pages that unlock a key for a while and lock it again. */
package org.doublelock.unlocking.web;
