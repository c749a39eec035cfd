package org.doublelock.move;

/** Where a move tells how it goes. */
public interface Report {

  /**
   * Says one line.
   *
   * @param key which, a key of the launcher's messages
   * @param values its arguments, in their order; never a secret
   */
  void say(String key, Object... values);
}
