package org.doublelock.verification;

/** What owners can read about calls, on PostgreSQL. */
class CallJournalIT extends CallJournals {

  @Override
  Installation installation() {
    return postgresql();
  }
}
