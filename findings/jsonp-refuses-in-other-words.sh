#!/usr/bin/env bash
# Parsson 1.1.7, Johnzon 2.0.2: valid JSON that a reader does not take ends in exceptions that are no JsonException.
#
# Jakarta JSON Processing says that a reader throws a JsonException, or the JsonParsingException below it, for what it
# cannot read, and examples catch that alone. One would guess so for each text. A number whose exponent Java's BigDecimal
# does not hold is a NumberFormatException, of both; in Parsson a number of over 1,100 digits is an
# UnsupportedOperationException and a list in a list in a list, 1,001 deep, a plain RuntimeException, by bounds of its
# own that are named nowhere in the interface. All of these texts are JSON by RFC 8259. Nobody has to ask for the
# number: reading the list around it is enough. Johnzon takes the long number and the deep list.
#
# Why it matters: a form or a webhook that answers 400 after catching JsonException answers 500, and writes down a fault
# of its own, for a text that anybody can send. Catch RuntimeException where text of others is read.
#
# Seen on 2026-11-30 with parsson 1.1.7, johnzon-core 2.0.2, jakarta.json-api 2.1.3, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in org.eclipse.parsson:parsson:1.1.7 org.apache.johnzon:johnzon-core:2.0.2 jakarta.json:jakarta.json-api:2.1.3; do
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact=$package -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
done

cat > Refusals.java <<'JAVA'
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;

public class Refusals {
  public static void main(String[] arguments) {
    tell("exponent", "[1e99999999999]");
    tell("long number", "[" + "1".repeat(1_200) + "]");
    tell("deep list", "[".repeat(1_001) + "]".repeat(1_001));
    tell("no JSON", "[1");
  }

  private static void tell(String name, String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      System.out.println(name + ": read, " + reader.readArray().size() + " element");
    } catch (RuntimeException refused) {
      System.out.println(
          name + ": " + refused.getClass().getSimpleName()
              + (refused instanceof JsonException ? ", a JsonException" : ", none of JSON"));
    }
  }
}
JAVA

for library in parsson-1.1.7 johnzon-core-2.0.2; do
  echo "$library"
  timeout 100 java -cp "$library.jar:jakarta.json-api-2.1.3.jar" Refusals.java
done | tee seen

diff seen - <<'SEEN'
parsson-1.1.7
exponent: NumberFormatException, none of JSON
long number: UnsupportedOperationException, none of JSON
deep list: RuntimeException, none of JSON
no JSON: JsonParsingException, a JsonException
johnzon-core-2.0.2
exponent: NumberFormatException, none of JSON
long number: read, 1 element
deep list: read, 1 element
no JSON: JsonParsingException, a JsonException
SEEN
