package org.doublelock.function;

import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.doublelock.apikey.PermissionGroup;

/**
 * One private function of the API. Every CDI bean of this type is found by the {@link
 * FunctionRegistry}; the dispatch, the permission check, the wizard's list of actions and the API
 * description all read it from there.
 */
public interface PrivateFunction {

  /**
   * The name in the path, such as {@code AddOrder}: letters and digits, unique; with one slash
   * inside, such as {@code Earn/Strategies}, or none.
   */
  String name();

  /** Where it is called: the path that is signed. A name in braces stands for any one segment. */
  default String path() {
    return "/0/private/" + name();
  }

  /** The address that {@link #path} is at, without a slash at the end; empty where that is here. */
  default Optional<String> server() {
    return Optional.empty();
  }

  /** The HTTP method it is called with. */
  default String method() {
    return "POST";
  }

  AccessRule access();

  PermissionGroup group();

  /**
   * Whether it stays where another API's functions take the place of those that ship: what every
   * key may call, unless it is about the exchange.
   */
  default boolean isForEveryApi() {
    return access().alternatives().isEmpty();
  }

  /**
   * What a call adds to the key's call counter: 1 unless said otherwise, 0 for exempt functions.
   */
  default int cost() {
    return 1;
  }

  /** Whether a call has to carry the key's second factor. */
  default FactorNeed factorNeed() {
    return FactorNeed.AS_CHOSEN;
  }

  /** What a call moves, for whoever unlocks a key up to an amount; empty where nothing counts. */
  default Optional<Measure> measure() {
    return Optional.empty();
  }

  /** The arguments that the function knows, for the API description. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * Performs the call in a transaction of its own.
   *
   * @param arguments the body's fields without {@code nonce} and {@code otp}
   * @return what goes under {@code result}
   * @throws FunctionFailure the function's own refusal; nothing it did stays
   */
  JsonValue call(FunctionCaller caller, Arguments arguments, Instant now);

  /** What {@link #call} answers, for the API description; empty where that is not known. */
  default Optional<Type> result() {
    return Optional.empty();
  }

  /** One argument in the API description: a text, unless it is said to be something else. */
  record Parameter(String name, boolean required, String description, ArgumentType type) {

    public Parameter(String name, boolean required, String description) {
      this(name, required, description, new ArgumentType.Text());
    }

    /** The same as one of these texts. */
    public Parameter choice(String... values) {
      return as(new ArgumentType.Choice(List.of(values)));
    }

    /** The same as one of these, by their codes. */
    public <E> Parameter choice(Collection<E> values, Function<E, String> code) {
      return as(new ArgumentType.Choice(values.stream().map(code).toList()));
    }

    /** The same as one of these numbers. */
    public Parameter number(List<Integer> values) {
      return as(new ArgumentType.Number(values));
    }

    /** The same as true or false. */
    public Parameter flag() {
      return as(new ArgumentType.Flag());
    }

    /** The same as a whole number, both ends included. */
    public Parameter whole(long from, long to) {
      return as(new ArgumentType.Whole(from, to));
    }

    /** The same as an object with these fields. */
    public Parameter group(List<Parameter> fields) {
      return as(new ArgumentType.Group(fields));
    }

    /** The same as a list of what it is now. */
    public Parameter several() {
      return as(new ArgumentType.Several(type));
    }

    private Parameter as(ArgumentType other) {
      return new Parameter(name, required, description, other);
    }
  }
}
