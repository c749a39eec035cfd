package org.doublelock.mail;

/** A mail could not be brought away. */
class NotDelivered extends Exception {

  private final boolean forGood;

  /**
   * @param forGood true when the server will never take it, such as for an address it refuses
   */
  NotDelivered(String reason, Throwable cause, boolean forGood) {
    super(reason, cause);
    this.forGood = forGood;
  }

  boolean isForGood() {
    return forGood;
  }
}
