/**
 * Whose accounts are whose at the deployment's identity provider, and who may sign in without it.
 */
package org.doublelock.account.provider;
