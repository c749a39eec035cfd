package org.doublelock.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Accounts and their factors, sessions and mails, which the database has to get right and which
 * take a browser minutes: the build runs it on PostgreSQL, the stricter of the two and the one of
 * production, and leaves it out of the run on the embedded one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("on-postgresql")
@interface OnPostgresql {}
