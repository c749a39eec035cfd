package org.doublelock.administration;

import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.Origin;
import org.doublelock.activity.SecurityEvent;

/**
 * Why an operator does something to an account, for its holder to read.
 *
 * @param operator the operator's user name
 * @param text one line
 */
public record StatedReason(String operator, String text) {

  private static final int LEAST = 5;
  private static final int MAX = 120;

  /** What was typed, if it says something and not too much of it. */
  public static Optional<StatedReason> parse(String operator, String typed) {
    String line = typed == null ? "" : typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() < LEAST || line.length() > MAX
        ? Optional.empty()
        : Optional.of(new StatedReason(operator, line));
  }

  /** What is written down and mailed: who did it and why, and not from where. */
  SecurityEvent event(EventKind kind, AccountId account, Instant now) {
    return new SecurityEvent(
        account.value(), Optional.empty(), kind, operator + ": " + text, Origin.none(), now);
  }
}
