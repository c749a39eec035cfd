package org.doublelock.activity;

import java.time.Instant;

/**
 * Calls that are alike: of one key, function, address and outcome within an hour.
 *
 * @param newest the last of them
 * @param first when the first of them came
 * @param calls how many they are
 */
public record CallGroup(LoggedCall newest, Instant first, long calls) {

  static CallGroup of(LoggedCall call) {
    return new CallGroup(call, call.at(), call.calls());
  }

  /** With the calls of one that came before. */
  CallGroup with(CallGroup older) {
    return new CallGroup(newest, older.first(), calls + older.calls());
  }
}
