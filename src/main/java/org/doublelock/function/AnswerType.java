package org.doublelock.function;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** What a function answers, as its class declares it. */
public final class AnswerType {

  private AnswerType() {}

  /**
   * What a class fills in for the one type parameter of its superclass.
   *
   * @throws IllegalArgumentException when it fills in none
   */
  public static Type declaredBy(Class<?> function) {
    for (Class<?> type = function; type != null; type = type.getSuperclass()) {
      if (type.getGenericSuperclass() instanceof ParameterizedType declared) {
        return declared.getActualTypeArguments()[0];
      }
    }
    throw new IllegalArgumentException(function + " does not say what it answers");
  }
}
