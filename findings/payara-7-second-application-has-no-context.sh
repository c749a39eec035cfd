#!/usr/bin/env bash
# Payara Micro 7.2026.11: what a filter asks for by @Context stays null where a WAR has two JAX-RS applications.
#
# One would guess that two applications in one archive are as good as one, as Jakarta REST 4.0 (section 2.3.2) has them.
# Here a filter that is also a CDI bean gets no ResourceInfo, and a call of it ends in a NullPointerException. With
# one application it gets it, and Payara Micro 6.2025.10 and 7.2025.1 give it to each of the two.
#
# Why it matters: Krazo's own filter for forms is such a one, so every page of a WAR that has an API beside its pages
# answers 500.
#
# Seen on 2026-11-29 with payara-micro 6.2025.10, 7.2025.1 and 7.2026.11, Java 25 (7 needs 21). Four starts of the server,
# two minutes; it listens on loopback only.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for artifact in fish.payara.extras:payara-micro:6.2025.10 fish.payara.extras:payara-micro:7.2025.1 \
  fish.payara.extras:payara-micro:7.2026.11 jakarta.platform:jakarta.jakartaee-api:10.0.0; do
  timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$artifact" -DoutputDirectory=. > mvn.log 2>&1 || { cat mvn.log; exit 1; }
done

mkdir -p app/WEB-INF/classes
echo '<beans xmlns="https://jakarta.ee/xml/ns/jakartaee" bean-discovery-mode="all" version="4.0"/>' > app/WEB-INF/beans.xml
cat > Word.java <<'JAVA'
public class Word {
  public String toString() { return "a word"; }
}
JAVA
cat > Telling.java <<'JAVA'
import jakarta.inject.Inject;
import jakarta.ws.rs.container.*;
import jakarta.ws.rs.core.*;

public class Telling implements ContainerRequestFilter {
  @Inject Word word;
  @Context ResourceInfo asked;

  @Override public void filter(ContainerRequestContext request) {
    request.abortWith(Response.ok(word + " and " + (asked == null ? "nothing" : "a resource")).build());
  }
}
JAVA
for name in One Two; do
  cat > $name.java <<JAVA
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.Application;
import java.util.Set;

@ApplicationPath("$name")
public class $name extends Application {
  @Override public Set<Class<?>> getClasses() { return Set.of(Hello.class, Telling.class); }

  @Path("hello")
  public static class Hello {
    @GET public String hello() { return "hello"; }
  }
}
JAVA
done
javac --release 17 -cp jakarta.jakartaee-api-10.0.0.jar -d app/WEB-INF/classes ./*.java
listener=configs.config.server-config.network-config.network-listeners.network-listener.http-listener
echo "set $listener.address=127.0.0.1" > pre-boot
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$dir"' EXIT
start() {
  jar cf "$2.war" -C app .
  port=$((20000 + RANDOM % 20000))
  timeout 150 java -Djava.io.tmpdir="$dir" -Xmx512m -XX:TieredStopAtLevel=1 -jar "payara-micro-$1.jar" --deploy "$2.war" \
    --contextroot / --nohazelcast --port $port --prebootcommandfile pre-boot > log 2>&1 &
  server=$!
  for _ in $(seq 240); do grep -q 'Payara Micro .* ready in' log && break; sleep 0.5; done
  for name in $3; do
    echo "$1, $2, $name: $(curl -s "http://127.0.0.1:$port/$name/hello")"
  done
  kill "$server"
  wait "$server" || true
}

cat > expected <<'TXT'
6.2025.10, two, One: a word and a resource
6.2025.10, two, Two: a word and a resource
7.2025.1, two, One: a word and a resource
7.2025.1, two, Two: a word and a resource
7.2026.11, two, One: a word and nothing
7.2026.11, two, Two: a word and nothing
7.2026.11, one, One: a word and a resource
TXT
{
  for version in 6.2025.10 7.2025.1 7.2026.11; do start $version two 'One Two'; done
  rm app/WEB-INF/classes/Two*.class
  start 7.2026.11 one One
} > seen
cat seen
diff expected seen && echo 'As it was on 2026-11-29.'
