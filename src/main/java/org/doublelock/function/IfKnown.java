package org.doublelock.function;

/** A field of a result that is there, null too, or is left out. */
public record IfKnown<T>(boolean isThere, T value) {}
