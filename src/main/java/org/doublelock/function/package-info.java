/**
 * What a private function is: its name, the permission it needs, its group and its handler; and the
 * registry that finds every function deployed with the application.
 */
package org.doublelock.function;
