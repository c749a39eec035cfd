package org.doublelock.api;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AnswerJson;
import org.doublelock.function.FileFunction;
import org.doublelock.function.PrivateFunction;
import org.doublelock.function.PublicFunction;

/**
 * The API in OpenAPI 3.0.3, written from the functions that are deployed.
 *
 * @param server where it is called, without a slash at the end
 */
record ApiDescription(
    String server,
    Collection<PrivateFunction> privateFunctions,
    Collection<PublicFunction> publicFunctions) {

  private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");

  JsonObject toJson() {
    NamedSchemas named = new NamedSchemas();
    named.reference("Refused", Responses.refusedSchema());
    Map<String, Object> paths = paths(new ArgumentSchemas(named), new AnswerSchemas(named));
    return AnswerJson.of(
            Fields.of(
                "openapi",
                "3.0.3",
                "info",
                info(ApiWords.about(!publicFunctions.isEmpty())),
                "externalDocs",
                Fields.of("url", server + "/help/clients", "description", "For client authors"),
                "servers",
                List.of(Fields.of("url", server)),
                "tags",
                ApiWords.tags(groups()),
                "paths",
                paths,
                "components",
                Fields.of(
                    "securitySchemes",
                    securitySchemes(),
                    "headers",
                    Responses.headers(),
                    "responses",
                    Responses.components(),
                    "schemas",
                    named.all())))
        .asJsonObject();
  }

  private static Map<String, Object> info(String about) {
    return Fields.of(
        "title",
        "Doublelock",
        "version",
        "0",
        "description",
        about,
        "license",
        Fields.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
  }

  private List<String> groups() {
    return Stream.concat(
            publicFunctions.stream().map(function -> "public"),
            privateFunctions.stream().map(function -> function.group().code()))
        .distinct()
        .toList();
  }

  private Map<String, Object> paths(ArgumentSchemas arguments, AnswerSchemas answers) {
    Map<String, Object> paths = Fields.of();
    publicFunctions.forEach(
        function ->
            paths.put("/0/public/" + function.name(), publicPath(function, arguments, answers)));
    privateFunctions.forEach(
        function ->
            paths.put(
                function.path(),
                Fields.of(
                    function.method().toLowerCase(Locale.ROOT),
                    privateCall(function, arguments, answers))));
    return paths;
  }

  private static Map<String, Object> publicPath(
      PublicFunction function, ArgumentSchemas arguments, AnswerSchemas answers) {
    String name = "Public" + function.name();
    Map<String, Object> responses =
        Responses.ofPublicCall(Responses.json(answers.answer(name, function.result())));
    Map<String, Object> get = operation("get" + name, "public", function.name());
    Map<String, Object> post = operation("post" + name, "public", function.name());
    for (Map<String, Object> each : List.of(get, post)) {
      each.put("security", List.of());
      each.put("responses", responses);
    }
    if (!function.parameters().isEmpty()) {
      get.put("parameters", arguments.query(name, function.parameters()));
      post.put("requestBody", arguments.body(name, function.parameters()));
    }
    return Fields.of("get", get, "post", post);
  }

  private static Map<String, Object> privateCall(
      PrivateFunction function, ArgumentSchemas arguments, AnswerSchemas answers) {
    String name = function.name().replace("/", "");
    Map<String, Object> call =
        operation(firstSmall(name), function.group().code(), function.name());
    call.put(
        "description",
        Stream.of(needs(function), costs(function), factor(function))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" ")));
    call.put("security", List.of(Fields.of("API-Key", List.of(), "API-Sign", List.of())));
    List<Map<String, Object>> inPath = pathParameters(function);
    if (!inPath.isEmpty()) {
      call.put("parameters", inPath);
    }
    call.put("requestBody", arguments.signedBody(name, function.parameters()));
    call.put("responses", responses(name, function, answers));
    function
        .server()
        .ifPresent(
            address ->
                call.put(
                    "servers",
                    List.of(Fields.of("url", address, "description", "The gateway before it"))));
    return call;
  }

  private static Map<String, Object> responses(
      String name, PrivateFunction function, AnswerSchemas answers) {
    if (!function.path().equals("/0/private/" + function.name())) {
      return Responses.ofCallElsewhere();
    }
    if (function instanceof FileFunction) {
      Map<String, Object> content =
          Fields.of(
              "application/octet-stream",
              Fields.of("schema", Fields.of("type", "string", "format", "binary")));
      content.putAll(Responses.json(Fields.of("$ref", "#/components/schemas/Refused")));
      return Responses.ofPrivateCall(content);
    }
    return Responses.ofPrivateCall(Responses.json(answers.answer(name, function.result())));
  }

  private static String firstSmall(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static List<Map<String, Object>> pathParameters(PrivateFunction function) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    IN_PATH
        .matcher(function.path())
        .results()
        .forEach(
            found ->
                parameters.add(
                    Fields.of(
                        "name",
                        found.group(1),
                        "in",
                        "path",
                        "required",
                        true,
                        "schema",
                        Fields.of("type", "string"))));
    return parameters;
  }

  private static Map<String, Object> operation(String id, String group, String name) {
    return Fields.of("operationId", id, "summary", name, "tags", List.of(group));
  }

  private static String needs(PrivateFunction function) {
    List<Set<Permission>> alternatives = function.access().alternatives();
    if (alternatives.isEmpty()) {
      return "Every key may call it.";
    }
    return alternatives.stream()
        .map(ApiDescription::codes)
        .sorted()
        .collect(Collectors.joining(", or ", "Needs the permission ", "."));
  }

  private static String codes(Set<Permission> permissions) {
    return permissions.stream()
        .sorted(Comparator.naturalOrder())
        .map(Permission::code)
        .collect(Collectors.joining(" and "));
  }

  private static String costs(PrivateFunction function) {
    return String.format(Locale.ROOT, "Adds %d to the key's call counter.", function.cost());
  }

  private static String factor(PrivateFunction function) {
    return switch (function.factorNeed()) {
      case AS_CHOSEN -> "";
      case ALWAYS -> "Asks for the second factor in any case, if the key has one.";
      case NEVER -> "Never asks for the second factor.";
    };
  }

  private static Map<String, Object> securitySchemes() {
    return Fields.of(
        "API-Key",
        header("API-Key", "The public key, 56 characters of base64"),
        "API-Sign",
        header("API-Sign", ApiWords.SIGNATURE));
  }

  private static Map<String, Object> header(String name, String description) {
    return Fields.of("type", "apiKey", "in", "header", "name", name, "description", description);
  }
}
