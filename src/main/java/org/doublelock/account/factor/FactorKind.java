package org.doublelock.account.factor;

import org.doublelock.activity.EventKind;

/** What second factors an account may keep, and what is recorded of each. */
public enum FactorKind {
  APP(
      EventKind.AUTHENTICATOR_ADDED,
      EventKind.AUTHENTICATOR_RENAMED,
      EventKind.AUTHENTICATOR_REMOVED),
  PASSKEY(EventKind.PASSKEY_ADDED, EventKind.PASSKEY_RENAMED, EventKind.PASSKEY_REMOVED);

  final EventKind added;
  final EventKind renamed;
  final EventKind removed;

  FactorKind(EventKind added, EventKind renamed, EventKind removed) {
    this.added = added;
    this.renamed = renamed;
    this.removed = removed;
  }
}
