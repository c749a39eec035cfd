package org.doublelock.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * What takes minutes and is seldom broken by a change: a guide followed to the letter, other
 * people's programs around the application, what older versions kept. {@code -Prelease} runs it;
 * the build of each change leaves it out.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("before-release")
@interface BeforeRelease {}
