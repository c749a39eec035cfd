package org.doublelock.verification;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a call's body as text, in the order sent. A nested JSON object is flattened to
 * {@code close[price]}, a list of objects to {@code orders[0][price]}; a list of plain values is
 * joined by commas.
 *
 * @param isRepetitive whether a field is there more than once, of which the last one counts here
 * @param isAmbiguous whether one is, or might be for a reader that is not exact about names
 */
public record CallBody(Map<String, String> fields, boolean isRepetitive, boolean isAmbiguous) {

  /** The most bytes a body may have. */
  public static final int MAX_BYTES = 64 * 1024;

  static final String NONCE = "nonce";
  static final String OTP = "otp";

  /** Of fields that are there once each. */
  public CallBody(Map<String, String> fields) {
    this(fields, false, false);
  }

  public CallBody {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * Reads a body.
   *
   * @param contentType the header's value; without one the body is form-encoded
   * @return empty when it cannot be read, or {@code nonce} or {@code otp} is there twice
   */
  public static Optional<CallBody> parse(Optional<String> contentType, byte[] body) {
    if (body.length > MAX_BYTES) {
      return Optional.empty();
    }
    String type = contentType.map(CallBody::mediaType).filter(text -> !text.isEmpty()).orElse(FORM);
    try {
      return switch (type) {
        case FORM -> Optional.of(FormFields.read(body).body());
        case "application/json" -> Optional.of(JsonFields.read(body).body());
        default -> Optional.empty();
      };
    } catch (MalformedBody malformed) {
      return Optional.empty();
    }
  }

  private static final String FORM = "application/x-www-form-urlencoded";

  private static String mediaType(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  Optional<String> nonce() {
    return Optional.ofNullable(fields.get(NONCE));
  }

  /** The second factor that was sent; an empty one counts as missing. */
  Optional<String> otp() {
    return Optional.ofNullable(fields.get(OTP)).filter(sent -> !sent.isEmpty());
  }

  /** What is left for the function. */
  public Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (!name.equals(NONCE) && !name.equals(OTP)) {
            arguments.put(name, value);
          }
        });
    return arguments;
  }

  /** Fields do not show their values: one of them may be a password. */
  @Override
  public String toString() {
    return "CallBody" + fields.keySet();
  }
}
