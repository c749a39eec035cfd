/**
 * The verification service: the checks on a signed call, in order, and their verdict; the row that
 * decides each call, lockouts and call rates.
 */
package org.doublelock.verification;
