package org.doublelock.function;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One field of a result: a record's component, {@code volExec} as {@code vol_exec}. */
public record AnswerField(String name, RecordComponent component) {

  private static final Map<Class<?>, List<AnswerField>> FIELDS = new ConcurrentHashMap<>();

  /**
   * The fields of a record, in their order.
   *
   * @throws IllegalArgumentException for a class that is none
   */
  public static List<AnswerField> of(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type + " is no result");
    }
    return FIELDS.computeIfAbsent(
        type, each -> Arrays.stream(each.getRecordComponents()).map(AnswerField::of).toList());
  }

  private static AnswerField of(RecordComponent component) {
    component.getAccessor().setAccessible(true);
    Named named = component.getAnnotation(Named.class);
    return new AnswerField(
        named != null
            ? named.value()
            : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
        component);
  }

  public Type type() {
    return component.getGenericType();
  }

  /** Whether null may stand in it. */
  public boolean isOrNull() {
    return component.isAnnotationPresent(OrNull.class);
  }

  /** Whether what it holds stands in its place, entry by entry or field by field. */
  public boolean isBeside() {
    return component.isAnnotationPresent(Beside.class);
  }

  Object in(Object result) {
    try {
      return component.getAccessor().invoke(result);
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException(component + " cannot be read", unreadable);
    }
  }
}
