package org.doublelock.verification;

/** The body cannot be read as what it says it is. */
final class MalformedBody extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedBody(String what) {
    super(what, null, false, false);
  }
}
