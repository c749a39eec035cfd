#!/usr/bin/env bash
# openapi-diff 2.1.7: a shorter text, a field too many, one of two, no API key: what is refused from today on is compatible.
#
# One would guess that a call that the first description allows and the second refuses is INCOMPATIBLE. So it is for maxLength,
# a pattern, a field that is required now. It is COMPATIBLE for a higher minLength, for a list of words where any text was
# taken, for null that is no longer taken, and for an API key where none was asked; taking the key away, which refuses nobody, is
# INCOMPATIBLE. "additionalProperties: false" where it was not and another type for one of two in oneOf are NO_CHANGES; the
# latter is seen where the two have names.
#
# Why it matters: a release that is stopped where clients would break goes out. Name the schemas within oneOf, and look through
# the difference by eye for minLength, enum, nullable, additionalProperties and security.
#
# Seen on 2026-11-30 with the version below, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.openapitools.openapidiff</groupId><artifactId>openapi-diff-core</artifactId><version>2.1.7</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Verdicts.java <<'JAVA'
import org.openapitools.openapidiff.core.OpenApiCompare;

class Verdicts {
  static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: t, version: "1"}
      paths:
        /call:
          post:
            security: %s
            requestBody:
              required: true
              content: {application/json: {schema: {type: object, properties: {v: %s}}}}
            responses: {"200": {description: done}}
      components:
        securitySchemes: {key: {type: apiKey, in: header, name: API-Key}}
        schemas: {Text: {type: string}, Count: {type: integer}, Truth: {type: boolean}}
      """;

  static void compare(String form, String before, String after) {
    System.out.println(before + " -> " + after + ": "
        + OpenApiCompare.fromContents(form.formatted(before), form.formatted(after)).isChanged());
  }

  static void field(String before, String after) {
    compare(DOCUMENT.formatted("[]", "%s"), before, after);
  }

  public static void main(String[] none) {
    field("{type: string, maxLength: 20}", "{type: string, maxLength: 10}");
    field("{type: string, minLength: 4}", "{type: string, minLength: 8}");
    field("{type: string}", "{type: string, pattern: '^(buy|sell)$'}");
    field("{type: string}", "{type: string, enum: [buy, sell]}");
    field("{type: string, nullable: true}", "{type: string}");
    field("{type: object, properties: {a: {type: string}}}", "{type: object, properties: {a: {type: string}}, required: [a]}");
    field("{type: object, properties: {a: {type: string}}}", "{type: object, properties: {a: {type: string}}, additionalProperties: false}");
    field("{oneOf: [{type: string}, {type: integer}]}", "{oneOf: [{type: string}, {type: boolean}]}");
    String[] named = {"{$ref: '#/components/schemas/Text'}", "{$ref: '#/components/schemas/Count'}", "{$ref: '#/components/schemas/Truth'}"};
    field("{oneOf: [" + named[0] + ", " + named[1] + "]}", "{oneOf: [" + named[0] + ", " + named[2] + "]}");
    String security = DOCUMENT.formatted("%s", "{type: string}");
    compare(security, "[]", "[{key: []}]");
    compare(security, "[{key: []}]", "[]");
  }
}
JAVA

cat > expected <<'TXT'
{type: string, maxLength: 20} -> {type: string, maxLength: 10}: INCOMPATIBLE
{type: string, minLength: 4} -> {type: string, minLength: 8}: COMPATIBLE
{type: string} -> {type: string, pattern: '^(buy|sell)$'}: INCOMPATIBLE
{type: string} -> {type: string, enum: [buy, sell]}: COMPATIBLE
{type: string, nullable: true} -> {type: string}: COMPATIBLE
{type: object, properties: {a: {type: string}}} -> {type: object, properties: {a: {type: string}}, required: [a]}: INCOMPATIBLE
{type: object, properties: {a: {type: string}}} -> {type: object, properties: {a: {type: string}}, additionalProperties: false}: NO_CHANGES
{oneOf: [{type: string}, {type: integer}]} -> {oneOf: [{type: string}, {type: boolean}]}: NO_CHANGES
{oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Count'}]} -> {oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Truth'}]}: INCOMPATIBLE
[] -> [{key: []}]: COMPATIBLE
[{key: []}] -> []: INCOMPATIBLE
TXT
ls lib | grep openapi-diff
timeout 100 java -cp 'lib/*' Verdicts.java 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
