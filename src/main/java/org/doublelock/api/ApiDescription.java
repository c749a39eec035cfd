package org.doublelock.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doublelock.apikey.Permission;
import org.doublelock.function.PrivateFunction;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.function.PublicFunction;

/** The API in OpenAPI 3.0.3, written from the functions that are deployed. */
record ApiDescription(
    Collection<PrivateFunction> privateFunctions, Collection<PublicFunction> publicFunctions) {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");

  private static final String NONCE =
      "A number above that of the key's last accepted call: 1 to 2^64-1 in decimal";
  private static final String OTP =
      "The key's second factor, if it has one: the code that the app shows now, or the password";
  private static final String SIGNATURE =
      "base64(HMAC-SHA512(base64-decoded secret, path || SHA-256(nonce || body as sent)))";

  JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("openapi", "3.0.3")
        .add("info", Json.createObjectBuilder().add("title", "Doublelock").add("version", "0"))
        .add(
            "servers",
            Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", "/").build()))
        .add("paths", paths())
        .add(
            "components",
            Json.createObjectBuilder()
                .add("securitySchemes", securitySchemes())
                .add("schemas", Json.createObjectBuilder().add("Answer", answer())))
        .build();
  }

  private JsonObjectBuilder paths() {
    JsonObjectBuilder paths = Json.createObjectBuilder();
    publicFunctions.forEach(
        function -> paths.add("/0/public/" + function.name(), publicPath(function)));
    privateFunctions.forEach(function -> paths.add(function.path(), privatePath(function)));
    return paths;
  }

  private static JsonObjectBuilder publicPath(PublicFunction function) {
    JsonObjectBuilder get =
        operation("get", "public", function.name())
            .add("parameters", queryParameters(function.parameters()));
    JsonObjectBuilder post =
        operation("post", "public", function.name())
            .add("requestBody", requestBody(fields(function.parameters()), false));
    return Json.createObjectBuilder().add("get", get).add("post", post);
  }

  private static JsonObjectBuilder privatePath(PrivateFunction function) {
    JsonObjectBuilder post =
        operation(verb(function), function.group().code(), function.name())
            .add("description", needs(function) + " " + costs(function))
            .add(
                "security",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("API-Key", Json.createArrayBuilder())
                            .add("API-Sign", Json.createArrayBuilder())))
            .add("requestBody", requestBody(signedFields(function.parameters()), true));
    pathParameters(function).ifPresent(names -> post.add("parameters", names));
    return Json.createObjectBuilder().add(verb(function), post);
  }

  private static String verb(PrivateFunction function) {
    return function.method().toLowerCase(Locale.ROOT);
  }

  private static Optional<JsonArrayBuilder> pathParameters(PrivateFunction function) {
    List<String> names = IN_PATH.matcher(function.path()).results().map(it -> it.group(1)).toList();
    JsonArrayBuilder parameters = Json.createArrayBuilder();
    names.forEach(
        name ->
            parameters.add(
                Json.createObjectBuilder()
                    .add("name", name)
                    .add("in", "path")
                    .add("required", true)
                    .add("schema", Json.createObjectBuilder().add("type", "string"))));
    return names.isEmpty() ? Optional.empty() : Optional.of(parameters);
  }

  private static JsonObjectBuilder operation(String verb, String tag, String name) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("schema", Json.createObjectBuilder().add("$ref", "#/components/schemas/Answer"));
    JsonObjectBuilder answered =
        Json.createObjectBuilder()
            .add("description", "Answered; what went wrong stands in the list of errors")
            .add("content", Json.createObjectBuilder().add(JSON, json));
    return Json.createObjectBuilder()
        .add("operationId", verb + name.replace("/", ""))
        .add("summary", name)
        .add("tags", Json.createArrayBuilder().add(tag))
        .add("responses", Json.createObjectBuilder().add("200", answered));
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

  private static JsonArrayBuilder queryParameters(List<Parameter> parameters) {
    JsonArrayBuilder query = Json.createArrayBuilder();
    parameters.forEach(
        parameter ->
            query.add(
                Json.createObjectBuilder()
                    .add("name", parameter.name())
                    .add("in", "query")
                    .add("required", parameter.required())
                    .add("description", parameter.description())
                    .add("schema", Json.createObjectBuilder().add("type", "string"))));
    return query;
  }

  private static JsonObjectBuilder signedFields(List<Parameter> parameters) {
    JsonObjectBuilder properties =
        Json.createObjectBuilder()
            .add("nonce", text(NONCE).add("pattern", "^[0-9]{1,20}$"))
            .add("otp", text(OTP));
    JsonArrayBuilder required = Json.createArrayBuilder().add("nonce");
    return fields(properties, required, parameters);
  }

  private static JsonObjectBuilder fields(List<Parameter> parameters) {
    return fields(Json.createObjectBuilder(), Json.createArrayBuilder(), parameters);
  }

  private static JsonObjectBuilder fields(
      JsonObjectBuilder properties, JsonArrayBuilder required, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      properties.add(parameter.name(), text(parameter.description()));
      if (parameter.required()) {
        required.add(parameter.name());
      }
    }
    JsonObjectBuilder object =
        Json.createObjectBuilder().add("type", "object").add("properties", properties);
    var names = required.build();
    // an empty list of required names is not valid
    return names.isEmpty() ? object : object.add("required", names);
  }

  private static JsonObjectBuilder text(String description) {
    return Json.createObjectBuilder().add("type", "string").add("description", description);
  }

  private static JsonObjectBuilder requestBody(JsonObjectBuilder fields, boolean required) {
    JsonObject schema = Json.createObjectBuilder().add("schema", fields).build();
    return Json.createObjectBuilder()
        .add("required", required)
        .add("content", Json.createObjectBuilder().add(FORM, schema).add(JSON, schema));
  }

  private static JsonObjectBuilder securitySchemes() {
    return Json.createObjectBuilder()
        .add("API-Key", header("API-Key", "The public key, 56 characters of base64"))
        .add("API-Sign", header("API-Sign", SIGNATURE));
  }

  private static JsonObjectBuilder header(String name, String description) {
    return Json.createObjectBuilder()
        .add("type", "apiKey")
        .add("in", "header")
        .add("name", name)
        .add("description", description);
  }

  private static JsonObjectBuilder answer() {
    JsonObjectBuilder errors =
        Json.createObjectBuilder()
            .add("type", "array")
            .add("items", Json.createObjectBuilder().add("type", "string"))
            .add("description", "Empty when the call succeeded");
    JsonObjectBuilder result =
        Json.createObjectBuilder().add("description", "What the function answers, on success");
    return Json.createObjectBuilder()
        .add("type", "object")
        .add("required", Json.createArrayBuilder().add("error"))
        .add("properties", Json.createObjectBuilder().add("error", errors).add("result", result));
  }
}
