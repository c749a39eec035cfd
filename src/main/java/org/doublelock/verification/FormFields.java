package org.doublelock.verification;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads {@code application/x-www-form-urlencoded} in UTF-8, with {@code +} or {@code %20}. */
final class FormFields {

  private FormFields() {}

  static FieldsOnce read(byte[] body) throws MalformedBody {
    FieldsOnce fields = new FieldsOnce();
    int start = 0;
    if (indexOf(body, ';', 0, body.length) < body.length || isLikeJson(body)) {
      fields.doubt(); // some readers divide there, or go by no type
    }
    while (start < body.length) {
      int end = indexOf(body, '&', start, body.length);
      if (end > start) {
        int equals = indexOf(body, '=', start, end);
        String name = decode(body, start, equals);
        fields.meet(fields.named(name), AlikeName.of(name));
        if (!AlikeName.isOrdinary(name)) {
          fields.doubt();
        }
        fields.add(name, decode(body, Math.min(equals + 1, end), end));
      }
      start = end + 1;
    }
    return fields;
  }

  /** By its first character after blanks and a byte order mark. */
  private static boolean isLikeJson(byte[] body) {
    int first = 0;
    while (first < body.length && body[first] <= ' ') {
      first++;
    }
    return first < body.length && (body[first] == '{' || body[first] == '[');
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    for (int index = from; index < to; index++) {
      if (bytes[index] == wanted) {
        return index;
      }
    }
    return to;
  }

  private static String decode(byte[] bytes, int from, int to) throws MalformedBody {
    byte[] decoded = new byte[to - from];
    int length = 0;
    boolean ascii = true;
    for (int index = from; index < to; index++) {
      byte next = bytes[index];
      if (next == '%') {
        next = (byte) (hex(bytes, index + 1, to) << 4 | hex(bytes, index + 2, to));
        index += 2;
      } else if (next == '+') {
        next = ' ';
      }
      ascii &= next >= 0;
      decoded[length++] = next;
    }
    return ascii
        ? new String(decoded, 0, length, StandardCharsets.US_ASCII)
        : decodeUtf8(ByteBuffer.wrap(decoded, 0, length));
  }

  private static String decodeUtf8(ByteBuffer bytes) throws MalformedBody {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new MalformedBody("not UTF-8");
    }
  }

  private static int hex(byte[] bytes, int index, int to) throws MalformedBody {
    int digit = index < to && bytes[index] > 0 ? Character.digit((char) bytes[index], 16) : -1;
    if (digit < 0) {
      throw new MalformedBody("a percent sign without two hexadecimal digits");
    }
    return digit;
  }
}
