#!/usr/bin/env bash
# google-java-format 1.28.0: a lambda's parameter called "sealed" or "non" ends it with an exception, and the file stays
# as it was.
#
# One would guess that a name which the compiler takes, the formatter takes. "sealed" is a word of the language only
# before a class, and "non" only as a part of "non-sealed". As parameters of a method both are formatted, and so is a
# lambda's parameter with its type; without the type an IllegalStateException comes out of the search for modifiers.
# "record", "permits" and "var" are no trouble.
#
# Why it matters: the message names a token and a position, not a cause, and in code that encrypts, "sealed" is what one
# calls a result. Write the type, or another name.
#
# Seen on 2026-11-28 with google-java-format 1.28.0, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact=com.google.googlejavaformat:google-java-format:1.28.0:jar:all-deps -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }

exports=()
for one in api code file parser tree util; do exports+=(--add-exports "jdk.compiler/com.sun.tools.javac.$one=ALL-UNNAMED"); done
check() {
  echo "import java.util.function.*; class Probe { $1 }" > Probe.java
  javac Probe.java
  if timeout 60 java -XX:TieredStopAtLevel=1 "${exports[@]}" -jar google-java-format-1.28.0-all-deps.jar Probe.java > out 2>&1; then
    echo "$1 formatted"
  else
    echo "$1 $(grep -o 'IllegalStateException: Expected the current token to be at position' out)"
  fi
}

cat > expected <<'TXT'
IntUnaryOperator one = sealed -> sealed; IllegalStateException: Expected the current token to be at position
IntBinaryOperator one = (non, all) -> non; IllegalStateException: Expected the current token to be at position
IntUnaryOperator one = (int sealed) -> sealed; formatted
int one(int sealed, int non) { return sealed + non; } formatted
IntUnaryOperator one = record -> record; formatted
IntUnaryOperator one = permits -> permits; formatted
IntUnaryOperator one = var -> var; formatted
TXT
ls google*
for code in 'IntUnaryOperator one = sealed -> sealed;' 'IntBinaryOperator one = (non, all) -> non;' \
  'IntUnaryOperator one = (int sealed) -> sealed;' 'int one(int sealed, int non) { return sealed + non; }' \
  'IntUnaryOperator one = record -> record;' 'IntUnaryOperator one = permits -> permits;' 'IntUnaryOperator one = var -> var;'; do
  check "$code"
done | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
