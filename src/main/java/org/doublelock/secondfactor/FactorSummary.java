package org.doublelock.secondfactor;

import java.time.Instant;

/** What lists say about a key's second factor: nothing secret. */
public record FactorSummary(SecondFactorMethod method, Instant since) {}
