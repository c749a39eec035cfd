package org.doublelock.sandbox.trading;

import java.util.regex.Pattern;

/** An id that a client gives its order: a UUID with hyphens or without, or a short text. */
final class ClientOrderId {

  private static final Pattern FORM =
      Pattern.compile(
          "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\p{XDigit}{32}|[\\x20-\\x7e]{1,18}");

  private ClientOrderId() {}

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
