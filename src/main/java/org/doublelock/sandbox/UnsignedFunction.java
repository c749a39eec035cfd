package org.doublelock.sandbox;

import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.function.AnswerJson;
import org.doublelock.function.AnswerType;
import org.doublelock.function.Arguments;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.function.PublicFunction;

/**
 * A public function of the exchange.
 *
 * @param <R> what it answers, as {@link AnswerJson} writes it and the API description tells it
 */
public abstract class UnsignedFunction<R> implements PublicFunction {

  @Inject protected Exchange exchange;

  private final String name;
  private final List<Parameter> parameters;

  protected UnsignedFunction(String name, Parameter... parameters) {
    this.name = name;
    this.parameters = List.of(parameters);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
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
