#!/usr/bin/env bash
# Yasson 3.0.4 (JSON-B in Payara, GlassFish, WildFly and Open Liberty): a list is read as a number or a text, and a number
# that does not fit as another number.
#
# One would guess that a field of type long takes whole numbers that fit, and that all else is an error, as Johnzon 2.0.2
# (JSON-B in TomEE) has it. In Yasson [5] is 5 and [1,2] is 2, ["a","b"] is "b" for a String or an enum, while [] is an
# error. 18446744073709551615, the last nonce of 64 bits, is -1 for a long, 4294967301 is 5 for an int, and 1.9 is 1.
# The same number in quotes is refused, as is 257 for a byte: those go through text.
#
# Why it matters: a count or an id is another one than was sent, of two names the last one is taken, and validation sees only
# what came of it. Read numbers as BigDecimal and take longValueExact(), or look at the JsonObject first.
#
# Seen on 2026-11-30 with the versions below, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
dependencies() {
  printf '<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>' > pom.xml
  for one in "${@:2}"; do
    IFS=: read -r group artifact version <<< "$one"
    printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>' "$group" "$artifact" "$version" >> pom.xml
  done
  echo '</dependencies></project>' >> pom.xml
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$1" > mvn.log 2>&1 || { cat mvn.log; exit 1; }
}
dependencies yasson org.eclipse:yasson:3.0.4 org.eclipse.parsson:parsson:1.1.7
dependencies johnzon org.apache.johnzon:johnzon-jsonb:2.0.2 jakarta.json:jakarta.json-api:2.1.3 jakarta.json.bind:jakarta.json.bind-api:3.0.1

cat > Fields.java <<'JAVA'
import jakarta.json.bind.*;
import java.util.List;

public class Fields {
  public enum Side { BUY, SELL }
  public static class Call {
    public long nonce;
    public int count;
    public byte small;
    public String name;
    public Side side;
    public boolean confirmed;
  }

  public static void main(String[] none) throws Exception {
    try (Jsonb json = JsonbBuilder.create()) {
      for (String sent : List.of("nonce: 5", "nonce: [5]", "nonce: [1,2]", "nonce: []", "nonce: 18446744073709551615", "nonce: '18446744073709551615'",
          "nonce: 1.9", "count: 4294967301", "small: 257", "name: ['a','b']", "side: ['BUY','SELL']", "confirmed: [false,true]")) {
        String[] pair = sent.replace('\'', '"').split(": ");
        String read;
        try {
          Call call = json.fromJson("{\"" + pair[0] + "\":" + pair[1] + "}", Call.class);
          read = String.valueOf(Call.class.getField(pair[0]).get(call));
        } catch (RuntimeException refused) {
          read = "refused";
        }
        System.out.println("  " + Call.class.getField(pair[0]).getType().getSimpleName() + " " + sent + " -> " + read);
      }
    }
  }
}
JAVA

cat > expected <<'TXT'
yasson
  long nonce: 5 -> 5
  long nonce: [5] -> 5
  long nonce: [1,2] -> 2
  long nonce: [] -> refused
  long nonce: 18446744073709551615 -> -1
  long nonce: '18446744073709551615' -> refused
  long nonce: 1.9 -> 1
  int count: 4294967301 -> 5
  byte small: 257 -> refused
  String name: ['a','b'] -> b
  Side side: ['BUY','SELL'] -> SELL
  boolean confirmed: [false,true] -> true
johnzon
  long nonce: 5 -> 5
  long nonce: [5] -> refused
  long nonce: [1,2] -> refused
  long nonce: [] -> refused
  long nonce: 18446744073709551615 -> refused
  long nonce: '18446744073709551615' -> refused
  long nonce: 1.9 -> refused
  int count: 4294967301 -> refused
  byte small: 257 -> refused
  String name: ['a','b'] -> refused
  Side side: ['BUY','SELL'] -> refused
  boolean confirmed: [false,true] -> refused
TXT
ls yasson johnzon | grep -E '(yasson|parsson|johnzon-jsonb)-'
for library in yasson johnzon; do
  echo "$library"
  timeout 60 java -cp "$library/*" Fields.java 2>> log
done | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
