package org.doublelock.secondfactor;

/**
 * How a key's second factor is asked for: nothing secret.
 *
 * @param strictCodes whether each code works for one call only
 * @param actions those that were ticked, which count where the deployment applies them
 */
public record FactorTerms(SecondFactorMethod method, boolean strictCodes, ChosenActions actions) {}
