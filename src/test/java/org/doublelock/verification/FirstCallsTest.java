package org.doublelock.verification;

/** First calls, on H2. */
class FirstCallsTest extends FirstCalls {

  @Override
  Installation installation() {
    return memory();
  }
}
