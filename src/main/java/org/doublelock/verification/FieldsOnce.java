package org.doublelock.verification;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Gathers fields within bounds; of {@code nonce} and {@code otp} there may be one each.
 * Unauthenticated callers send bodies too, so each bound is asked before anything is built that
 * could exceed it.
 */
final class FieldsOnce {

  /** How many values there may be, those of lists and those left out included. */
  static final int MAX_VALUES = 1_000;

  /** The longest name; one of a batch of orders has some thirty characters. */
  static final int LONGEST_NAME = 128;

  /** How many characters are kept at most, names and values together. */
  static final int MAX_CHARACTERS = CallBody.MAX_BYTES;

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Set<String> met = new HashSet<>();
  private final Set<String> alike = new HashSet<>();
  private boolean repetitive;
  private boolean ambiguous;
  private int values;
  private int added;
  private int characters;

  /** Counts a value that stands in the body, whatever becomes of it. */
  void count() throws MalformedBody {
    if (++values > MAX_VALUES) {
      throw new MalformedBody("too many values");
    }
  }

  /** Counts a field and bounds its name, before anything is made of it. */
  String named(String name) throws MalformedBody {
    count();
    if (name.length() > LONGEST_NAME) {
      throw new MalformedBody("too long a name");
    }
    return name;
  }

  /**
   * Notes that a field stands in the body, whatever its value is, even none.
   *
   * @param alikeName what is left of the name where a reader is not exact
   */
  void meet(String name, String alikeName) throws MalformedBody {
    boolean single = name.equals(CallBody.NONCE) || name.equals(CallBody.OTP);
    boolean again = !met.add(name);
    if (single && again) {
      throw new MalformedBody("a repeated " + name);
    }
    repetitive |= again;
    ambiguous |= !alike.add(alikeName);
  }

  /** Notes that another reader may find other fields in the body. */
  void doubt() {
    ambiguous = true;
  }

  /** The name of a part of that field, such as {@code close[price]}. */
  static String nameOf(String field, String part) throws MalformedBody {
    if (field.length() + part.length() + 2 > LONGEST_NAME) {
      throw new MalformedBody("too long a name");
    }
    return field + "[" + part + "]";
  }

  /** Adds a field's value; a later one of the same name takes the place of an earlier one. */
  void add(String name, String value) throws MalformedBody {
    characters += name.length() + value.length();
    if (characters > MAX_CHARACTERS) {
      throw new MalformedBody("too many characters");
    }
    added++;
    fields.put(name, value);
  }

  /** How many were added so far, those that took another's place included. */
  int added() {
    return added;
  }

  CallBody body() {
    return new CallBody(fields, repetitive, ambiguous);
  }
}
