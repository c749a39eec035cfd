package org.doublelock.sandbox;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doublelock.function.PrivateFunction;

/** All private functions of the room, found as the container finds them: by their type. */
public final class Functions {

  private static final List<Class<?>> TYPES =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("org.doublelock.sandbox")
              .stream()
              .filter(type -> type.isAssignableTo(PrivateFunction.class))
              .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
              .<Class<?>>map(JavaClass::reflect)
              .toList();

  private Functions() {}

  public static Map<String, PrivateFunction> on(Exchange exchange) {
    Map<String, PrivateFunction> functions = new TreeMap<>();
    for (Class<?> type : TYPES) {
      PrivateFunction function = create(type, exchange);
      functions.put(function.name(), function);
    }
    return functions;
  }

  /** The same function, given its exchange as the container gives it. */
  public static <F extends UnsignedFunction<?>> F on(Exchange exchange, F function) {
    function.exchange = exchange;
    return function;
  }

  private static PrivateFunction create(Class<?> type, Exchange exchange) {
    try {
      Constructor<?> constructor = type.getConstructors()[0];
      Object function =
          constructor.getParameterCount() == 0
              ? constructor.newInstance()
              : constructor.newInstance(exchange);
      if (function instanceof ExchangeFunction<?> injected) {
        injected.exchange = exchange;
      }
      return (PrivateFunction) function;
    } catch (ReflectiveOperationException unusable) {
      throw new AssertionError(type + " cannot be made from an exchange alone", unusable);
    }
  }
}
