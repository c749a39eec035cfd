/** What an operator demands of keys: a second factor for those with certain permissions. */
package org.doublelock.policy;
