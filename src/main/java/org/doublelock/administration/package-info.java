/** What operators do to the accounts of others. */
package org.doublelock.administration;
