#!/usr/bin/env bash
# openapi-generator 7.25.0: two small valid descriptions from which it makes clients that no compiler takes.
#
# One would guess that a generator refuses what it cannot express, or leaves it out.
#  - typescript-fetch: where an operation takes JSON or a form, each with a component of its own, the API imports both
#    models, and the form's is never written. No option is involved, and the generator says nothing.
#  - java, library native: a oneOf of a text and a list becomes "List<String>.class", which is no Java.
#
# Why it matters: an API that takes both kinds of bodies, or answers one or several, is described rightly, lints cleanly,
# and still has no client. Refer to one component for both kinds of bodies; map such a oneOf to a type by
# --schema-mappings.
#
# Seen on 2026-11-29 with openapi-generator-cli 7.25.0, Java 17. Nothing is compiled here: what is missing, and what
# cannot be read, is looked for in the files.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact=org.openapitools:openapi-generator-cli:7.25.0 -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > bodies.json <<'JSON'
{"openapi": "3.0.3", "info": {"title": "Orders", "version": "1"},
 "paths": {"/orders": {"post": {"operationId": "addOrder",
   "requestBody": {"required": true, "content": {
     "application/json": {"schema": {"$ref": "#/components/schemas/OrderAsJson"}},
     "application/x-www-form-urlencoded": {"schema": {"$ref": "#/components/schemas/OrderAsForm"}}}},
   "responses": {"200": {"description": "placed"}}}}},
 "components": {"schemas": {
   "OrderAsJson": {"type": "object", "required": ["pair"], "properties": {"pair": {"type": "string"}}},
   "OrderAsForm": {"type": "object", "required": ["pair"], "properties": {"pair": {"type": "string"}}}}}}
JSON
cat > answers.json <<'JSON'
{"openapi": "3.0.3", "info": {"title": "Orders", "version": "1"},
 "paths": {"/orders": {"get": {"operationId": "orders", "responses": {"200": {"description": "one or several",
   "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Orders"}}}}}}}},
 "components": {"schemas": {"Orders": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}}}}
JSON
generate() { java -jar openapi-generator-cli-7.25.0.jar generate "$@" > generated.log 2>&1; }
generate -g typescript-fetch -i bodies.json -o typescript
generate -g java --library native -i answers.json -o java

{
  for model in $(grep -oE "from '../models/[A-Za-z]+'" typescript/apis/DefaultApi.ts | grep -oE "[A-Za-z]+'$" | tr -d "'"); do
    [ -e "typescript/models/$model.ts" ] && echo "typescript-fetch: $model is there" || echo "typescript-fetch: $model is imported and not there"
  done
  echo "java: $(grep -rhoE 'List<String>\.class' java/src/main | sort -u)"
} | tee seen

diff seen - <<'SEEN' && echo 'As it was on 2026-11-29.'
typescript-fetch: OrderAsForm is imported and not there
typescript-fetch: OrderAsJson is there
java: List<String>.class
SEEN
