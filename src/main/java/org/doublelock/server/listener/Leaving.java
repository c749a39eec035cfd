package org.doublelock.server.listener;

/**
 * Whether the process has been told to end and balancers are to send nobody here any more. Kept in
 * a system property, since who says it and who asks have their classes from different loaders.
 */
public final class Leaving {

  private static final String SAID = Leaving.class.getName();

  private Leaving() {}

  static void say() {
    System.setProperty(SAID, "true");
  }

  public static boolean isSaid() {
    return Boolean.getBoolean(SAID);
  }
}
