#!/bin/sh
# Builds the release twice, each time from nothing, and compares what came out byte by byte.
set -eu
cd "$(dirname "$0")/../.."
first=$(mktemp -d)
trap 'rm -rf "$first"' EXIT

build() {
  ./mvnw -B -ntp -q -Prelease clean verify -DskipTests -DskipITs
}

build
files="doublelock.war doublelock.jar doublelock-sbom.json doublelock-sbom.xml THIRD-PARTY.txt"
for file in $files; do
  cp "target/$file" "$first"
done
build
for file in $files; do
  if cmp "$first/$file" "target/$file"; then
    echo "The same twice: $file $(sha256sum "target/$file" | cut -d' ' -f1)"
  else
    echo "Not the same twice: $file" >&2
    exit 1
  fi
done
