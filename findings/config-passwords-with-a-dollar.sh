#!/usr/bin/env bash
# MicroProfile Config: one password with a dollar sign is three passwords on three servers.
#
# One would guess that ConfigProvider gives a value as it was set, but for a whole ${name}. SmallRye Config 3.13.4 (in WildFly
# and Quarkus) makes one dollar of two, pa$$word is pa$word, and fails at "${" without an end. Payara Micro 6.2025.10
# leaves two dollars and drops all that follows such a "${", so pa${word is pa, and puts nothing in the place of a name
# that it does not know; the specification has an error there. Both take the backslash of pa\$word away, Helidon 3.2.12,
# which GlassFish has a version of, does not: it gives all but a whole ${name} as it is. There is no message.
#
# Why it matters: the database says that the password is wrong, and the one in the file is right; a shorter password for
# the first account is set without a word. A program beside the server that reads the variable itself has another one.
# With mp.config.property.expressions.enabled=false all three give each value as it was set.
#
# Seen on 2026-11-30 with the versions below, Java 17. The values are environment variables, the same for all. Takes a
# minute and listens on loopback only.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
dependencies() {
  printf '<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>' > pom.xml
  IFS=: read -r group artifact version <<< "$2"
  printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>' "$group" "$artifact" "$version" >> pom.xml
  echo '</dependencies></project>' >> pom.xml
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$1" > mvn.log 2>&1 || { cat mvn.log; exit 1; }
}
dependencies smallrye io.smallrye.config:smallrye-config:3.13.4
dependencies helidon io.helidon.config:helidon-config-mp:3.2.12
for artifact in fish.payara.extras:payara-micro:6.2025.10 jakarta.servlet:jakarta.servlet-api:6.0.0; do
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$artifact" -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
done

mkdir -p WEB-INF/classes
cat > Read.java <<'JAVA'
import java.util.*;
import org.eclipse.microprofile.config.*;

public class Read {
  public static void main(String[] none) {
    System.out.print(all());
  }

  static String all() {
    StringBuilder seen = new StringBuilder();
    for (String name : List.of("password.one", "password.two", "password.backslash", "password.brace", "password.name")) {
      String set = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
      String read;
      try {
        read = ConfigProvider.getConfig().getValue(name, String.class);
      } catch (NoSuchElementException | IllegalArgumentException failure) {
        read = "(" + failure.getClass().getSimpleName() + ")";
      }
      seen.append(set + " is " + (read.equals(set) ? "itself" : read) + "\n");
    }
    return seen.toString();
  }
}
JAVA
cat > Show.java <<'JAVA'
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;
import java.io.IOException;

@WebServlet("/show")
public class Show extends HttpServlet {
  @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().print(Read.all());
  }
}
JAVA
api=$(ls smallrye/microprofile-config-api-*.jar)
javac -cp "$api:jakarta.servlet-api-6.0.0.jar" -d WEB-INF/classes Read.java Show.java
jar cf show.war WEB-INF

export PASSWORD_ONE='pa$word' PASSWORD_TWO='pa$$word' PASSWORD_BACKSLASH='pa\$word' PASSWORD_BRACE='pa${word' PASSWORD_NAME='pa${word}s'
listener=configs.config.server-config.network-config.network-listeners.network-listener.http-listener
echo "set $listener.address=127.0.0.1" > pre-boot
payara() {
  local port=$((20000 + RANDOM % 20000))
  timeout 150 java -Djava.io.tmpdir="$dir" -Xmx512m -XX:TieredStopAtLevel=1 -jar payara-micro-6.2025.10.jar --deploy show.war --contextroot / \
    --nohazelcast --port "$port" --prebootcommandfile pre-boot > log 2>&1 &
  local server=$!
  for _ in $(seq 240); do curl -sf --max-time 10 "http://127.0.0.1:$port/show" && break; sleep 0.5; done
  kill "$server"
  wait "$server" || true
}
all() {
  timeout 60 java -cp 'WEB-INF/classes:smallrye/*' Read 2>> log.others | sed "s/^/SmallRye$1: /"
  timeout 60 java -cp 'WEB-INF/classes:helidon/*' Read 2>> log.others | sed "s/^/Helidon$1: /"
  payara | sed "s/^/Payara$1: /"
}

cat > expected <<'TXT'
SmallRye: pa$word is itself
SmallRye: pa$$word is pa$word
SmallRye: pa\$word is pa$word
SmallRye: pa${word is (NoSuchElementException)
SmallRye: pa${word}s is (NoSuchElementException)
Helidon: pa$word is itself
Helidon: pa$$word is itself
Helidon: pa\$word is itself
Helidon: pa${word is itself
Helidon: pa${word}s is (NoSuchElementException)
Payara: pa$word is itself
Payara: pa$$word is itself
Payara: pa\$word is pa$word
Payara: pa${word is pa
Payara: pa${word}s is pas
SmallRye, off: pa$word is itself
SmallRye, off: pa$$word is itself
SmallRye, off: pa\$word is itself
SmallRye, off: pa${word is itself
SmallRye, off: pa${word}s is itself
Helidon, off: pa$word is itself
Helidon, off: pa$$word is itself
Helidon, off: pa\$word is itself
Helidon, off: pa${word is itself
Helidon, off: pa${word}s is itself
Payara, off: pa$word is itself
Payara, off: pa$$word is itself
Payara, off: pa\$word is itself
Payara, off: pa${word is itself
Payara, off: pa${word}s is itself
TXT
ls payara* smallrye/smallrye-config-?.* helidon/helidon-config-mp*
{
  all ''
  MP_CONFIG_PROPERTY_EXPRESSIONS_ENABLED=false all ', off'
} | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
