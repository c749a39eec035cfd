package org.doublelock.verification;

/** First calls, on PostgreSQL. */
class FirstCallsIT extends FirstCalls {

  @Override
  Installation installation() {
    return postgresql();
  }
}
