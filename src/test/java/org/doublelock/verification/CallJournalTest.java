package org.doublelock.verification;

/** What owners can read about calls, on the embedded database. */
class CallJournalTest extends CallJournals {

  @Override
  Installation installation() {
    return memory();
  }
}
