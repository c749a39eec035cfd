package org.doublelock.sandbox;

import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.AnswerJson;
import org.doublelock.function.AnswerType;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.PrivateFunction;

/**
 * A private function that works on the exchange's books, each call in one transaction.
 *
 * @param <R> what it answers, as {@link AnswerJson} writes it and the API description tells it
 */
public abstract class ExchangeFunction<R> implements PrivateFunction {

  private final Exchange exchange;
  private final String name;
  private final PermissionGroup group;
  private final AccessRule access;

  protected ExchangeFunction(
      Exchange exchange, String name, PermissionGroup group, AccessRule access) {
    this.exchange = exchange;
    this.name = name;
    this.group = group;
    this.access = access;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PermissionGroup group() {
    return group;
  }

  @Override
  public AccessRule access() {
    return access;
  }

  @Override
  public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
    return AnswerJson.of(exchange.perform(database -> perform(database, caller, arguments, now)));
  }

  @Override
  public Optional<Type> result() {
    return Optional.of(AnswerType.declaredBy(getClass()));
  }

  /** Looks at the exchange's books, outside of any call. */
  protected final <T> T look(Function<EntityManager, T> work) {
    return exchange.perform(work);
  }

  /** Does what {@link #call} promises, within its transaction. */
  protected abstract R perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now);
}
