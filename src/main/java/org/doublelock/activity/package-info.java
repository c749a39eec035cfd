/**
 * What happened to accounts and keys, written where it cannot be lost, for their owners to read.
 */
package org.doublelock.activity;
