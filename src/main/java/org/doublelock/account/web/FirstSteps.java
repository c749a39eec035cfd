package org.doublelock.account.web;

/** What a new account does first. Each is done for good, whatever becomes of it later. */
public record FirstSteps(boolean keyMade, boolean factorOn, boolean called) {

  public boolean isOver() {
    return keyMade && factorOn && called;
  }
}
