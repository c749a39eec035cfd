package org.doublelock.verification;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Gathers fields; of {@code nonce} and {@code otp} there may be one each. */
final class FieldsOnce {

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Set<String> met = new HashSet<>();

  /** Notes that a field stands in the body, whatever its value is, even none. */
  void meet(String name) throws MalformedBody {
    boolean single = name.equals(CallBody.NONCE) || name.equals(CallBody.OTP);
    if (single && !met.add(name)) {
      throw new MalformedBody("a repeated " + name);
    }
  }

  /** Adds a field's value; a later one of the same name takes the place of an earlier one. */
  void add(String name, String value) {
    fields.put(name, value);
  }

  Map<String, String> read() {
    return fields;
  }
}
