package org.doublelock.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the running application. Its methods may ask for the shared {@link RunningApp}, for a
 * {@code Page} in a browser window of their own, for an {@link Owner} signed in there, and for an
 * {@link ApiClient}. Where one fails, the page is kept under target/screenshots/failures.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AcceptanceFixtures.class)
public @interface AcceptanceTest {}
