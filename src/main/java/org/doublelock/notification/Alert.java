package org.doublelock.notification;

import java.util.EnumSet;
import java.util.Set;
import org.doublelock.activity.EventKind;

/** Which events an account's holder is told of at once, and how often. */
final class Alert {

  /**
   * What a person does all day, what people who are not signed in can bring about as often as they
   * like, and what only a reader of these mails does.
   */
  private static final Set<EventKind> UNTOLD =
      EnumSet.of(
          EventKind.ACCOUNT_OPENED,
          EventKind.SIGNED_IN,
          EventKind.SIGN_IN_REFUSED,
          EventKind.SIGN_IN_CODE_REFUSED,
          EventKind.SIGNED_OUT,
          EventKind.SESSION_ENDED,
          EventKind.STEP_UP_REFUSED,
          EventKind.KEY_FROZEN);

  /** What others can bring about too, but slowly: told once an hour. None of them mutes another. */
  private static final Set<EventKind> BOUNDED =
      EnumSet.of(
          EventKind.KEY_LOCKED, EventKind.SIGN_IN_HELD_BACK, EventKind.SIGN_IN_CODES_HELD_BACK);

  private Alert() {}

  static boolean isFor(EventKind kind) {
    return !UNTOLD.contains(kind);
  }

  static boolean isBounded(EventKind kind) {
    return BOUNDED.contains(kind);
  }

  /** Whether nobody did it: the site itself tells its rule. */
  static boolean isRule(EventKind kind) {
    return kind == EventKind.TWO_FACTOR_REQUIRED;
  }

  /** Whether the account may have no second factor of its own after it. */
  static boolean takesSignInFactor(EventKind kind) {
    return kind == EventKind.AUTHENTICATOR_REMOVED || kind == EventKind.PASSKEY_REMOVED;
  }

  /** Whether freezing is of any use after it. */
  static boolean offersFreeze(EventKind kind) {
    return kind != EventKind.KEY_DELETED && kind != EventKind.ACCOUNT_LOCKED && !isRule(kind);
  }
}
