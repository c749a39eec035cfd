package org.doublelock.verification;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers fields; of {@code nonce} and {@code otp} there may be one each. */
final class FieldsOnce {

  private final Map<String, String> fields = new LinkedHashMap<>();

  /** Adds a field; a later one of the same name takes the place of an earlier one. */
  void add(String name, String value) throws MalformedBody {
    boolean repeated = fields.put(name, value) != null;
    if (repeated && (name.equals(CallBody.NONCE) || name.equals(CallBody.OTP))) {
      throw new MalformedBody("a repeated " + name);
    }
  }

  Map<String, String> read() {
    return fields;
  }
}
