package org.doublelock.activity;

import java.util.List;
import java.util.Optional;

/**
 * Some entries of a list, newest first.
 *
 * @param older where those before them begin; empty when there are none
 */
public record Entries<T>(List<T> shown, Optional<Position> older) {}
