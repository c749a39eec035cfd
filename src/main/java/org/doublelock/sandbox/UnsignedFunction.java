package org.doublelock.sandbox;

import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.function.AnswerJson;
import org.doublelock.function.AnswerType;
import org.doublelock.function.Arguments;
import org.doublelock.function.PublicFunction;

/**
 * A public function of the exchange.
 *
 * @param <R> what it answers, as {@link AnswerJson} writes it and the API description tells it
 */
public abstract class UnsignedFunction<R> implements PublicFunction {

  private final String name;

  protected UnsignedFunction(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Type> result() {
    return Optional.of(AnswerType.declaredBy(getClass()));
  }

  @Override
  public JsonValue call(Arguments arguments, Instant now) {
    return AnswerJson.of(answer(arguments, now));
  }

  /** Does what {@link #call} promises. */
  protected abstract R answer(Arguments arguments, Instant now);
}
