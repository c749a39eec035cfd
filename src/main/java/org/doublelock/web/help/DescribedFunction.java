package org.doublelock.web.help;

import java.util.ArrayList;
import java.util.List;
import org.doublelock.function.ArgumentType;
import org.doublelock.function.PrivateFunction;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.function.PublicFunction;

/**
 * A function of the API, for the help.
 *
 * @param call how it is called, such as {@code POST /0/private/AddOrder}
 * @param group its code; {@code public} for what anybody may ask
 * @param place where its own page is
 */
public record DescribedFunction(
    String name, String call, String group, String place, List<Argument> arguments) {

  /** Where all of them stand. */
  static final String PAGE = "/help/functions";

  static final String PUBLIC = "public";

  /**
   * One argument as a form holds it.
   *
   * @param kind the last part of the message key that says what it is
   * @param choices what it is one of, where it is
   */
  public record Argument(
      String name, boolean required, String kind, List<String> choices, String description) {}

  static DescribedFunction of(PrivateFunction function) {
    return new DescribedFunction(
        function.name(),
        function.method() + " " + function.path(),
        function.group().code(),
        PAGE + "/" + function.name(),
        arguments(function.parameters()));
  }

  static DescribedFunction of(PublicFunction function) {
    return new DescribedFunction(
        function.name(),
        "GET /0/public/" + function.name(),
        PUBLIC,
        PAGE + "/" + PUBLIC + "/" + function.name(),
        arguments(function.parameters()));
  }

  private static List<Argument> arguments(List<Parameter> parameters) {
    List<Argument> arguments = new ArrayList<>();
    parameters.forEach(parameter -> add(arguments, "", parameter));
    return arguments;
  }

  /** What has fields is told field by field, each with the name that a form gives it. */
  private static void add(List<Argument> arguments, String before, Parameter parameter) {
    String name = before.isEmpty() ? parameter.name() : before + "[" + parameter.name() + "]";
    ArgumentType type = parameter.type();
    boolean several = type instanceof ArgumentType.Several;
    ArgumentType one = type instanceof ArgumentType.Several list ? list.of() : type;
    if (one instanceof ArgumentType.Group group) {
      String inside = several ? name + "[0]" : name;
      group.fields().forEach(field -> add(arguments, inside, field));
      return;
    }
    List<String> choices = choices(one);
    arguments.add(
        new Argument(
            name,
            parameter.required(),
            (several ? "several-" : "") + (choices.isEmpty() ? kind(one) : "choice"),
            choices,
            parameter.description()));
  }

  private static List<String> choices(ArgumentType type) {
    if (type instanceof ArgumentType.Choice choice) {
      return choice.values();
    }
    return type instanceof ArgumentType.Number number
        ? number.values().stream().map(String::valueOf).toList()
        : List.of();
  }

  private static String kind(ArgumentType type) {
    if (type instanceof ArgumentType.Flag) {
      return "flag";
    }
    return type instanceof ArgumentType.Whole ? "number" : "text";
  }
}
