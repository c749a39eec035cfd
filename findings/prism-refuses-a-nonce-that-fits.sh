#!/usr/bin/env bash
# Prism 5.16.0: it refuses a form's nonce because it is a small number, and takes a larger one; and int64 ends at 2^53
# - 1.
#
# One would guess that a mock made of an OpenAPI document takes what the document describes. Where a nonce may be a
# string or a number (oneOf), Prism first makes numbers out of the form's fields that look like numbers, and then
# finds that both kinds match: 1616492376594 is refused as "must match exactly one schema". A nonce of 19 digits stays
# a string and is taken. In JSON it is the other way round: format int64 is given a maximum of 9007199254740991 that
# the document does not have, so 1616492376594123456 is refused.
#
# Why it matters: clients tested against such a mock fail with milliseconds and pass with nanoseconds, or the reverse.
# Describe such fields as a string with a pattern; "type: [string, integer]" instead of oneOf at least takes every
# form.
#
# Seen on 2026-11-28 with @stoplight/prism-cli 5.16.0, Node.js 20.20.2, on loopback.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 500 npm install --silent --ignore-scripts --prefix . @stoplight/prism-cli@5.16.0

cat > api.yaml <<'YAML'
openapi: 3.1.0
info: {title: Signed API, version: '1'}
paths:
  /one-of:
    post: &call
      requestBody:
        content: &bodies
          application/x-www-form-urlencoded: &schema
            schema:
              type: object
              properties:
                nonce: {oneOf: [{type: string, pattern: '^[0-9]{1,20}$'}, {type: integer, format: int64}]}
          application/json: *schema
      responses: {'204': {description: taken}}
  /types:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded: &types
            schema:
              type: object
              properties:
                nonce: {type: [string, integer], format: int64}
          application/json: *types
      responses: {'204': {description: taken}}
YAML
node node_modules/@stoplight/prism-cli/dist/index.js mock --host 127.0.0.1 --port 0 api.yaml > log 2>&1 &
prism=$!
trap 'kill "$prism"; rm -rf "$dir"' EXIT
for _ in $(seq 60); do grep -q listening log && break; sleep 0.5; done
address=$(grep -o 'http://127.0.0.1:[0-9]*' log | tail -1)

cat > expected <<'TXT'
one-of, nonce=1616492376594: "message":"Request body property nonce must match exactly one schema in oneOf"
one-of, {"nonce":1616492376594}: taken
one-of, {"nonce":"1616492376594"}: taken
one-of, nonce=1616492376594123456: taken
one-of, {"nonce":1616492376594123456}: "message":"Request body property nonce must be string"
"message":"Request body property nonce must be <= 9007199254740991"
"message":"Request body property nonce must match exactly one schema in oneOf"
one-of, {"nonce":"1616492376594123456"}: taken
types, nonce=1616492376594: taken
types, {"nonce":1616492376594}: taken
types, {"nonce":"1616492376594"}: taken
types, nonce=1616492376594123456: taken
types, {"nonce":1616492376594123456}: "message":"Request body property nonce must be <= 9007199254740991"
types, {"nonce":"1616492376594123456"}: taken
TXT
npm ls --depth=0
for path in one-of types; do
  for nonce in 1616492376594 1616492376594123456; do
    for form in "nonce=$nonce" "{\"nonce\":$nonce}" "{\"nonce\":\"$nonce\"}"; do
      kind=application/json
      [[ $form == nonce* ]] && kind=application/x-www-form-urlencoded
      answer=$(curl -s --max-time 10 -H "Content-Type: $kind" -d "$form" "$address/$path" | grep -o '"message":"[^"]*"' || true)
      echo "$path, $form: ${answer:-taken}"
    done
  done
done | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
