package org.doublelock.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * What it says is the same on any database, or it starts the one it is about itself: the build runs
 * it once, on the embedded one, and leaves it out of the run on PostgreSQL.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("on-any-database")
@interface OnAnyDatabase {}
