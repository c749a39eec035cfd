package org.doublelock.account.signin.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a class of pages: none of them is shown, and no form of theirs taken, when the person's last
 * confirmation is older than ten minutes. They are asked first, and led to the class's own path,
 * which has to answer a GET. So each step of a setup asks by the same rule as the first one.
 */
@NameBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshlyConfirmed {}
