package org.doublelock.function;

import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.PermissionGroup;

/**
 * A private function that states what it is where it is made, and answers with a value.
 *
 * @param <R> what it answers, as {@link AnswerJson} writes it and the API description tells it
 */
public abstract class StatedFunction<R> implements PrivateFunction {

  private final String name;
  private final PermissionGroup group;
  private final AccessRule access;
  private final List<Parameter> parameters = new ArrayList<>();
  private int cost = 1;

  protected StatedFunction(String name, PermissionGroup group, AccessRule access) {
    this.name = name;
    this.group = group;
    this.access = access;
  }

  /** To be said where it is made: what {@link #cost} is, if not 1. */
  protected final void costs(int points) {
    cost = points;
  }

  /** To be said where it is made: the next of its {@link #parameters}. */
  protected final void takes(Parameter... next) {
    takes(List.of(next));
  }

  protected final void takes(List<Parameter> next) {
    parameters.addAll(next);
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
  public int cost() {
    return cost;
  }

  @Override
  public List<Parameter> parameters() {
    return Collections.unmodifiableList(parameters);
  }

  @Override
  public Optional<Type> result() {
    return Optional.of(AnswerType.declaredBy(getClass()));
  }

  @Override
  public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
    return AnswerJson.of(answer(caller, arguments, now));
  }

  /** Does what {@link #call} promises. */
  protected abstract R answer(FunctionCaller caller, Arguments arguments, Instant now);
}
