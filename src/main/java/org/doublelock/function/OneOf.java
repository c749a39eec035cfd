package org.doublelock.function;

/** A result that looks one way or another, as the arguments ask for it. */
public record OneOf<A, B>(Object value) {

  public static <A, B> OneOf<A, B> first(A value) {
    return new OneOf<>(value);
  }

  public static <A, B> OneOf<A, B> second(B value) {
    return new OneOf<>(value);
  }
}
