package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.doublelock.activity.CallLog;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.LoggedCall;
import org.doublelock.activity.Origin;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.function.Lease;

/**
 * Tells the owner of a key what came of each call with it, and why, which the caller is not told.
 */
@ApplicationScoped
class CallJournal {

  private CallLog calls;
  private Consumer<SecurityEvent> events;
  private UnlockQuestions questions;

  protected CallJournal() {
    // for the CDI proxy
  }

  @Inject
  CallJournal(CallLog calls, SecurityEvents events, UnlockQuestions questions) {
    this(calls, events::record, questions);
  }

  CallJournal(CallLog calls, Consumer<SecurityEvent> events, UnlockQuestions questions) {
    this.calls = calls;
    this.events = events;
    this.questions = questions;
  }

  /**
   * @param lease the key's lease, running or over, as far as the call was checked against it
   */
  void write(SignedCall call, KeyStanding key, Optional<Lease> lease, Verdict verdict, Instant now)
      throws SQLException {
    if (verdict instanceof Verdict.Refused refused) {
      Optional<Instant> over =
          lease.filter(any -> refused.reason() == Refusal.LEASE_OVER).map(Lease::until);
      LoggedCall entry = entry(call, key, Optional.of(refused.reason()), over, now);
      if (EqualTimes.waitsForNothing(refused.reason())) {
        calls.refusedUnwaited(entry);
      } else {
        calls.refused(entry);
      }
      if (refused.reason().isForWantOfACode()) {
        questions.refused(key.id(), call, now);
      }
    } else {
      calls.accepted(entry(call, key, Optional.empty(), Optional.empty(), now));
    }
  }

  /** Wrong second factors have locked the key. */
  void locked(SignedCall call, KeySnapshot key, Instant now) {
    events.accept(
        new SecurityEvent(
            key.owner().value(),
            Optional.of(key.id().value()),
            EventKind.KEY_LOCKED,
            key.description(),
            new Origin(call.callerAddress(), ""),
            now));
  }

  private static LoggedCall entry(
      SignedCall call,
      KeyStanding key,
      Optional<Refusal> reason,
      Optional<Instant> leaseUntil,
      Instant now) {
    return new LoggedCall(
        key.owner().value(),
        key.id().value(),
        now,
        call.function(),
        call.callerAddress(),
        reason.map(Refusal::code),
        reason.map(Refusal::isOfSignedCall).orElse(true),
        1,
        leaseUntil);
  }
}
