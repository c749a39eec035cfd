package org.doublelock.launch;

/** Why the application did not start, in words for the person at the terminal. */
final class StartFailure extends Exception {

  StartFailure(String message) {
    super(message);
  }

  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
