package org.doublelock.verification;

/** The body cannot be read as what it says it is. */
final class MalformedBody extends Exception {

  MalformedBody(String what) {
    super(what, null, false, false);
  }
}
